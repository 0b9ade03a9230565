package dev.tiller.core.chat;

import dev.tiller.core.chat.RichText.Mark;
import dev.tiller.core.chat.RichText.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;

/// A table as lines of text: its cells side by side, the header bold.
final class MarkdownTable {

  private static final Span BETWEEN_CELLS = new Span(" | ", Set.of());
  private static final Span LINE_BREAK = new Span("\n", Set.of());

  private MarkdownTable() {}

  static List<Span> of(TableBlock table) {
    var spans = new ArrayList<Span>();
    for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (!spans.isEmpty()) {
          spans.add(LINE_BREAK);
        }
        addRow(spans, row);
      }
    }
    return spans;
  }

  private static void addRow(List<Span> spans, Node row) {
    for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell.getPrevious() != null) {
        spans.add(BETWEEN_CELLS);
      }
      var isHeader = cell instanceof TableCell known && known.isHeader();
      spans.addAll(MarkdownSpans.of(cell, isHeader ? Set.of(Mark.BOLD) : Set.of()));
    }
  }
}
