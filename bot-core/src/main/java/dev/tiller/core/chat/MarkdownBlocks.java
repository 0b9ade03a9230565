package dev.tiller.core.chat;

import dev.tiller.core.chat.RichText.Block;
import dev.tiller.core.chat.RichText.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;

/// Lays a Markdown document out as blocks one under the other. None of them is empty.
final class MarkdownBlocks {

  private final List<Block> blocks = new ArrayList<>();

  /// The marker of a list item whose first line is still to come; else empty.
  private String marker = "";

  private MarkdownBlocks() {}

  /// Where in the document a block stands.
  ///
  /// @param lists how many lists it is in
  private record Place(int lists, boolean quoted) {
    Place inList() {
      return new Place(lists + 1, quoted);
    }

    Place inQuote() {
      return new Place(lists, true);
    }
  }

  static RichText read(Node document) {
    var reader = new MarkdownBlocks();
    reader.children(document, new Place(0, false));
    return new RichText(reader.blocks);
  }

  private void children(Node parent, Place place) {
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      block(node, place);
    }
  }

  /// A thematic break and the definition of a link show nothing.
  private void block(Node node, Place place) {
    switch (node) {
      case Paragraph text -> lines(MarkdownSpans.of(text), place, RichText.Paragraph::new);
      case Heading text -> lines(MarkdownSpans.of(text), place, RichText.Heading::new);
      case HtmlBlock html ->
          lines(MarkdownSpans.literal(html.getLiteral()), place, RichText.Paragraph::new);
      case TableBlock table -> lines(MarkdownTable.of(table), place, RichText.Paragraph::new);
      case FencedCodeBlock code -> code(code.getLiteral());
      case IndentedCodeBlock code -> code(code.getLiteral());
      case BlockQuote quote -> children(quote, place.inQuote());
      case BulletList list -> items(list, place.inList(), _ -> "•");
      case OrderedList list -> {
        var first = Objects.requireNonNullElse(list.getMarkerStartNumber(), 1);
        items(list, place.inList(), index -> first + index + ".");
      }
      default -> children(node, place);
    }
  }

  private void items(Node list, Place place, IntFunction<String> markers) {
    var index = 0;
    for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
      marker = markers.apply(index++);
      children(item, place);
      marker = "";
    }
  }

  private void lines(List<Span> spans, Place place, Function<List<Span>, Block> block) {
    if (spans.isEmpty()) {
      return;
    }
    var depth = Math.max(place.lists() - 1, 0);
    if (place.quoted()) {
      var prefix = marker.isEmpty() ? "" : "  ".repeat(depth) + marker + " ";
      blocks.add(new RichText.Quote(prefixed(prefix, spans)));
    } else {
      blocks.add(marker.isEmpty() ? block.apply(spans) : new RichText.Item(depth, marker, spans));
    }
    marker = "";
  }

  private static List<Span> prefixed(String prefix, List<Span> spans) {
    return prefix.isEmpty()
        ? spans
        : Stream.concat(Stream.of(new Span(prefix, Set.of())), spans.stream()).toList();
  }

  private void code(String literal) {
    var text = MarkdownSpans.clean(literal).replaceFirst("\n$", "");
    if (!text.isBlank()) {
      blocks.add(new RichText.Code(text));
    }
  }
}
