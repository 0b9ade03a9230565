package dev.tiller.teams;

import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.RichText.Block;
import dev.tiller.core.chat.RichText.Mark;
import dev.tiller.core.chat.RichText.Span;
import java.util.List;
import java.util.stream.Collectors;

/// Text of a message in Teams' format `xml`, a subset of HTML.
final class TeamsMarkup {

  private static final String BREAK = "<br/>";

  private TeamsMarkup() {}

  static String of(RichText text) {
    return text.blocks().stream().map(TeamsMarkup::block).collect(Collectors.joining(BREAK));
  }

  static String block(Block block) {
    return switch (block) {
      case RichText.Paragraph(var spans) -> spans(spans);
      case RichText.Heading(var spans) -> "<b>" + spans(spans) + "</b>";
      case RichText.Item(var depth, var marker, var spans) ->
          "&nbsp;".repeat(4 * depth) + escaped(marker) + " " + spans(spans);
      case RichText.Quote(var spans) -> "<blockquote>" + spans(spans) + "</blockquote>";
      case RichText.Code(var text) -> "<pre>" + escaped(text) + "</pre>";
    };
  }

  /// What stands in the text for somebody who is notified.
  static String mention(Person person) {
    return "<at>" + escaped(person.name()) + "</at>";
  }

  private static String spans(List<Span> spans) {
    return spans.stream().map(TeamsMarkup::span).collect(Collectors.joining());
  }

  private static String span(Span span) {
    var text = escaped(span.text()).replace("\n", BREAK);
    for (var mark : span.marks().stream().sorted().toList()) {
      text = "<" + tag(mark) + ">" + text + "</" + tag(mark) + ">";
    }
    return text;
  }

  private static String tag(Mark mark) {
    return switch (mark) {
      case BOLD -> "b";
      case ITALIC -> "i";
      case STRIKE -> "s";
      case CODE -> "code";
    };
  }

  private static String escaped(String text) {
    return TeamsElements.visible(text.replace("\r\n", "\n"))
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
