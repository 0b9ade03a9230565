package dev.tiller.core.chat;

import dev.tiller.core.chat.RichText.Block;
import dev.tiller.core.chat.RichText.Mark;
import dev.tiller.core.chat.RichText.Span;
import java.util.List;
import java.util.stream.Collectors;

/// Rich text in a form that tests can write down: a line for each block, marks as `[b …]`.
final class Sketch {

  private Sketch() {}

  static String of(RichText text) {
    return text.blocks().stream().map(Sketch::of).collect(Collectors.joining("\n"));
  }

  private static String of(Block block) {
    return switch (block) {
      case RichText.Paragraph(var spans) -> "text: " + of(spans);
      case RichText.Heading(var spans) -> "heading: " + of(spans);
      case RichText.Item(var depth, var marker, var spans) ->
          "item " + depth + " " + marker + ": " + of(spans);
      case RichText.Quote(var spans) -> "quote: " + of(spans);
      case RichText.Code(var text) -> "code: " + text.replace("\n", "/");
    };
  }

  private static String of(List<Span> spans) {
    return spans.stream().map(Sketch::of).collect(Collectors.joining());
  }

  private static String of(Span span) {
    var text = span.text().replace("\n", "/");
    for (var mark : Mark.values()) {
      if (span.marks().contains(mark)) {
        text = "[" + mark.name().charAt(0) + " " + text + "]";
      }
    }
    return text;
  }
}
