package dev.tiller.core.chat;

import dev.tiller.core.chat.RichText.Block;
import dev.tiller.core.chat.RichText.Code;
import dev.tiller.core.chat.RichText.Heading;
import dev.tiller.core.chat.RichText.Item;
import dev.tiller.core.chat.RichText.Paragraph;
import dev.tiller.core.chat.RichText.Quote;
import dev.tiller.core.chat.RichText.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Operations on [RichText].
public final class RichTexts {

  private static final Block ELLIPSIS = new Paragraph(List.of(new Span(Ellipsis.SIGN, Set.of())));

  /// A line break and the sign.
  private static final int ELLIPSIS_LINE = 2;

  private RichTexts() {}

  /// The text, at most so long as plain text ([RichText#toPlain]). A longer one ends after a block
  /// or a word, with `…`.
  public static RichText shortened(RichText text, int maxChars) {
    if (text.toPlain().length() <= maxChars) {
      return text;
    }
    if (maxChars < 1) {
      return RichText.EMPTY;
    }
    var kept = new ArrayList<Block>();
    var left = maxChars;
    for (var block : text.blocks()) {
      var lineBreak = kept.isEmpty() ? 0 : 1;
      if (lineBreak + length(block) > left - ELLIPSIS_LINE) {
        kept.add(shortenedBlock(block, left - lineBreak));
        break;
      }
      kept.add(block);
      left -= lineBreak + length(block);
    }
    return new RichText(kept);
  }

  private static Block shortenedBlock(Block block, int maxChars) {
    return switch (block) {
      case Paragraph(var spans) -> ended(spans, maxChars, 0, Paragraph::new);
      case Heading(var spans) -> ended(spans, maxChars, 0, Heading::new);
      case Quote(var spans) -> ended(spans, maxChars, overhead(block, spans), Quote::new);
      case Item(var depth, var marker, var spans) ->
          ended(spans, maxChars, overhead(block, spans), ended -> new Item(depth, marker, ended));
      case Code(var text) -> new Code(shortenedCode(text, maxChars));
    };
  }

  /// A block of the spans' beginning; of the ellipsis alone where there is no room for more.
  private static Block ended(
      List<Span> spans, int maxChars, int overhead, Function<List<Span>, Block> block) {
    var room = maxChars - overhead - Ellipsis.SIGN.length();
    return room < 1
        ? ELLIPSIS
        : block.apply(beginning(spans, Ellipsis.wordEnd(plain(spans), room)));
  }

  private static List<Span> beginning(List<Span> spans, int length) {
    var kept = new ArrayList<Span>();
    var left = length;
    for (var span : spans) {
      if (span.text().length() >= left) {
        kept.add(span.saying(span.text().substring(0, left) + Ellipsis.SIGN));
        break;
      }
      kept.add(span);
      left -= span.text().length();
    }
    return kept;
  }

  /// Whole lines, if one fits.
  private static String shortenedCode(String text, int maxChars) {
    var lineEnd = text.lastIndexOf('\n', maxChars - ELLIPSIS_LINE);
    var end = lineEnd > 0 ? lineEnd + 1 : Ellipsis.wordEnd(text, maxChars - 1);
    return text.substring(0, end) + Ellipsis.SIGN;
  }

  /// The characters of the plain text that are not of the spans.
  private static int overhead(Block block, List<Span> spans) {
    return length(block) - plain(spans).length();
  }

  private static int length(Block block) {
    return new RichText(List.of(block)).toPlain().length();
  }

  private static String plain(List<Span> spans) {
    return new RichText(List.of(new Paragraph(spans))).toPlain();
  }
}
