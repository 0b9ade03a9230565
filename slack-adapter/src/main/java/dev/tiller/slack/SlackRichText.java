package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.RichText.Block;
import dev.tiller.core.chat.RichText.Mark;
import dev.tiller.core.chat.RichText.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Draws [RichText] as the elements of a `rich_text` block (Block Kit), where every text is
/// literal.
final class SlackRichText {

  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,3})[.)]");
  private static final int DEEPEST_INDENT = 8;

  private final List<JsonObject> elements = new ArrayList<>();

  /// What the last element shows; absent at first.
  private @Nullable Block previous;

  private SlackRichText() {}

  /// The elements, in order; empty for empty text.
  static List<JsonObject> elements(RichText text) {
    var drawing = new SlackRichText();
    text.blocks().forEach(drawing::draw);
    return drawing.elements;
  }

  private void draw(Block block) {
    var content = content(block);
    if (content.isEmpty()) {
      return;
    }
    switch (block) {
      case RichText.Paragraph _, RichText.Heading _ -> drawLines(content);
      case RichText.Item item -> drawItem(item, content);
      case RichText.Quote _ -> elements.add(BlockKit.containing("rich_text_quote", content));
      case RichText.Code _ -> elements.add(BlockKit.containing("rich_text_preformatted", content));
    }
    previous = block;
  }

  /// Lines that follow each other share a section: between sections Slack leaves no space.
  private void drawLines(List<JsonObject> content) {
    switch (previous) {
      case RichText.Heading _ -> append("\n", content);
      case RichText.Paragraph _ -> append("\n\n", content);
      case null, default -> elements.add(BlockKit.section(content));
    }
  }

  private void append(String space, List<JsonObject> content) {
    var section = elements.getLast().getAsJsonArray("elements");
    section.add(BlockKit.text(space));
    content.forEach(section::add);
  }

  private void drawItem(RichText.Item item, List<JsonObject> content) {
    var list = list(item);
    if (!(previous instanceof RichText.Item last) || !continues(last, item)) {
      elements.add(list);
    }
    elements.getLast().getAsJsonArray("elements").add(BlockKit.section(content));
  }

  private static boolean continues(RichText.Item last, RichText.Item next) {
    return last.depth() == next.depth() && isNumbered(last) == isNumbered(next);
  }

  /// A list without items, which counts on from the item's number.
  private static JsonObject list(RichText.Item first) {
    var list = BlockKit.containing("rich_text_list", List.of());
    list.addProperty("style", isNumbered(first) ? "ordered" : "bullet");
    list.addProperty("indent", Math.min(first.depth(), DEEPEST_INDENT));
    var number = NUMBER.matcher(first.marker());
    if (number.matches() && Integer.parseInt(number.group(1)) > 1) {
      list.addProperty("offset", Integer.parseInt(number.group(1)) - 1);
    }
    return list;
  }

  private static boolean isNumbered(RichText.Item item) {
    return NUMBER.matcher(item.marker()).matches();
  }

  private static List<JsonObject> content(Block block) {
    return switch (block) {
      case RichText.Paragraph(var spans) -> content(spans, Set.of());
      case RichText.Heading(var spans) -> content(spans, Set.of(Mark.BOLD));
      case RichText.Item(_, _, var spans) -> content(spans, Set.of());
      case RichText.Quote(var spans) -> content(spans, Set.of());
      case RichText.Code(var text) -> text.isEmpty() ? List.of() : List.of(BlockKit.text(text));
    };
  }

  private static List<JsonObject> content(List<Span> spans, Set<Mark> more) {
    return spans.stream()
        .filter(span -> !span.text().isEmpty())
        .map(span -> content(span, more))
        .toList();
  }

  /// Dates have no style of their own.
  private static JsonObject content(Span span, Set<Mark> more) {
    if (span.moment().isPresent()) {
      var date = BlockKit.date(span.moment().get(), span.text());
      span.link().ifPresent(url -> date.addProperty("url", url.toString()));
      return date;
    }
    var style = new JsonObject();
    for (var mark : Mark.values()) {
      if (span.marks().contains(mark) || more.contains(mark)) {
        style.addProperty(name(mark), true);
      }
    }
    var text =
        span.link()
            .map(url -> BlockKit.link(url, span.text()))
            .orElseGet(() -> BlockKit.text(span.text()));
    if (!style.isEmpty()) {
      text.add("style", style);
    }
    return text;
  }

  private static String name(Mark mark) {
    return switch (mark) {
      case BOLD -> "bold";
      case ITALIC -> "italic";
      case STRIKE -> "strike";
      case CODE -> "code";
    };
  }
}
