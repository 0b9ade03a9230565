package dev.tiller.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.RichText.Block;
import dev.tiller.core.chat.RichText.Mark;
import dev.tiller.core.chat.RichText.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Pieces of Adaptive Cards 1.5. Data stands only in `TextRun`s, the one element that shows text
/// without reading Markdown in it. Dates are documented for `TextBlock`; Microsoft's renderers read
/// them in text runs, too.
final class TeamsElements {

  /// The one markup of a text run: a date to be shown in the reader's own way.
  private static final Pattern DATE_MARKUP = Pattern.compile("\\{(?=\\{(?:DATE|TIME)\\()");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");
  private static final String NO_BREAK_SPACE = "\u00a0";
  private static final String WORD_JOINER = "\u2060";

  private TeamsElements() {}

  static ObjectNode element(String type) {
    return TeamsJson.object().put("type", type);
  }

  static ObjectNode container(Collection<ObjectNode> items) {
    var container = element("Container");
    container.putArray("items").addAll(items);
    return container;
  }

  static ObjectNode columns(ObjectNode... columns) {
    var set = element("ColumnSet");
    set.putArray("columns").addAll(List.of(columns));
    return set;
  }

  static ObjectNode column(String width, Collection<ObjectNode> items) {
    var column = element("Column").put("width", width);
    column.putArray("items").addAll(items);
    return column;
  }

  static ObjectNode run(String text) {
    var shown = text.isEmpty() ? NO_BREAK_SPACE : visible(text);
    return element("TextRun").put("text", DATE_MARKUP.matcher(shown).replaceAll("{" + WORD_JOINER));
  }

  /// A moment as each reader's own date and time (Adaptive Cards, "Text features").
  static String moment(Instant moment) {
    var second = moment.truncatedTo(ChronoUnit.SECONDS);
    return "{{DATE(%1$s, SHORT)}} {{TIME(%1$s)}}".formatted(second);
  }

  /// A moment on a line of its own, in the element that the documentation names for it. Nothing of
  /// it is data.
  static ObjectNode momentBlock(Instant moment) {
    return element("TextBlock").put("text", moment(moment)).put("wrap", true);
  }

  /// The text with its control characters marked as such.
  static String visible(String text) {
    return CONTROL.matcher(text).replaceAll("\ufffd");
  }

  /// Text without line breaks.
  static ObjectNode line(ObjectNode... runs) {
    return line(List.of(runs));
  }

  /// Text that may have line breaks. A text run has none of its own, so each line is a block.
  static List<ObjectNode> lines(List<Span> spans) {
    return spaced(split(spans).stream().map(TeamsElements::spans).toList());
  }

  static List<ObjectNode> lines(String text) {
    return lines(List.of(new Span(text, Set.of())));
  }

  static List<ObjectNode> text(RichText text) {
    return text.blocks().stream().flatMap(block -> block(block).stream()).toList();
  }

  static List<ObjectNode> block(Block block) {
    return switch (block) {
      case RichText.Paragraph(var spans) -> lines(spans);
      case RichText.Heading(var spans) -> lines(spans.stream().map(TeamsElements::bold).toList());
      case RichText.Item(var depth, var marker, var spans) -> List.of(item(depth, marker, spans));
      case RichText.Quote(var spans) ->
          List.of(container(lines(spans)).put("style", "emphasis").put("spacing", "Small"));
      case RichText.Code(var text) ->
          List.of(container(code(text)).put("style", "emphasis").put("spacing", "Small"));
    };
  }

  private static ObjectNode item(int depth, String marker, List<Span> spans) {
    var indent = NO_BREAK_SPACE.repeat(4 * depth);
    return columns(
            column("auto", List.of(line(run(indent + marker)))),
            column("stretch", lines(spans)).put("spacing", "Small"))
        .put("spacing", "Small");
  }

  private static List<ObjectNode> code(String text) {
    return spaced(
        text.lines()
            .map(TeamsElements::indented)
            .map(line -> line(run(line).put("fontType", "Monospace")))
            .toList());
  }

  /// The leading blanks made such that no client drops them.
  private static String indented(String line) {
    var content = line.stripLeading();
    var blanks = line.substring(0, line.length() - content.length()).replace("\t", "    ");
    return NO_BREAK_SPACE.repeat(blanks.length()) + content;
  }

  private static ObjectNode spans(List<Span> spans) {
    return line(spans.stream().map(TeamsElements::span).toList());
  }

  private static ObjectNode line(List<ObjectNode> runs) {
    var block = element("RichTextBlock");
    block.putArray("inlines").addAll(runs.isEmpty() ? List.of(run("")) : runs);
    return block;
  }

  private static ObjectNode span(Span span) {
    var run = run(span.text());
    span.moment().ifPresent(moment -> run.put("text", moment(moment)));
    for (var mark : span.marks().stream().sorted().toList()) {
      switch (mark) {
        case BOLD -> run.put("weight", "Bolder");
        case ITALIC -> run.put("italic", true);
        case STRIKE -> run.put("strikethrough", true);
        case CODE -> run.put("fontType", "Monospace");
      }
    }
    span.link()
        .ifPresent(url ->
            run.set("selectAction", element("Action.OpenUrl").put("url", url.toASCIIString())));
    return run;
  }

  private static Span bold(Span span) {
    var marks = new ArrayList<>(span.marks());
    marks.add(Mark.BOLD);
    return new Span(span.text(), Set.copyOf(marks), span.link(), span.moment());
  }

  private static List<List<Span>> split(List<Span> spans) {
    var lines = new ArrayList<List<Span>>(List.of(new ArrayList<>()));
    for (var span : spans) {
      var parts = span.text().split("\\R", -1);
      for (int i = 0; i < parts.length; i++) {
        if (i > 0) {
          lines.add(new ArrayList<>());
        }
        if (!parts[i].isEmpty()) {
          lines.getLast().add(span.saying(parts[i]));
        }
      }
    }
    return lines;
  }

  private static List<ObjectNode> spaced(List<ObjectNode> lines) {
    lines.stream().skip(1).forEach(line -> line.put("spacing", "None"));
    return lines;
  }
}
