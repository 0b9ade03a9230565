package dev.tiller.slack;

import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.RichText.Block;
import dev.tiller.core.chat.RichText.Span;
import java.util.ArrayList;
import java.util.List;

/// Shortens [RichText] so that its blocks' JSON stays within a length.
///
/// @param shortened whether something was left out
record SlackCut(RichText text, boolean shortened) {

  /// What a block or a span weighs beyond its characters: at least its JSON without them.
  private static final int FRAME = 110;

  /// The beginning of the text that is at most `limit` characters long as JSON, ending in an
  /// ellipsis where it was cut.
  static SlackCut of(RichText text, int limit) {
    var kept = new ArrayList<Block>();
    int left = limit;
    for (var block : text.blocks()) {
      int weight = weight(block);
      if (weight > left) {
        keepStart(block, left, kept);
        return new SlackCut(new RichText(kept), true);
      }
      kept.add(block);
      left -= weight;
    }
    return new SlackCut(text, false);
  }

  private static void keepStart(Block block, int room, List<Block> kept) {
    if (room > 4 * FRAME) {
      kept.add(startOf(block, room));
    }
  }

  private static Block startOf(Block block, int room) {
    return switch (block) {
      case RichText.Paragraph(var spans) -> new RichText.Paragraph(startOf(spans, room));
      case RichText.Heading(var spans) -> new RichText.Heading(startOf(spans, room));
      case RichText.Item(var depth, var marker, var spans) ->
          new RichText.Item(depth, marker, startOf(spans, room));
      case RichText.Quote(var spans) -> new RichText.Quote(startOf(spans, room));
      case RichText.Code(var text) -> new RichText.Code(startOf(text, room - 2 * FRAME));
    };
  }

  private static List<Span> startOf(List<Span> spans, int room) {
    var kept = new ArrayList<Span>();
    int left = room - FRAME;
    for (var span : spans) {
      if (weight(span) > left) {
        kept.add(span.saying(startOf(span.text(), left - weight(span.saying("")))));
        break;
      }
      kept.add(span);
      left -= weight(span);
    }
    return kept;
  }

  private static String startOf(String text, int room) {
    int left = room - 1;
    int end = 0;
    while (end < text.length() && left >= weight(text.charAt(end))) {
      left -= weight(text.charAt(end++));
    }
    return SlackText.cut(text, Math.min(end + 1, text.length()));
  }

  private static int weight(Block block) {
    return switch (block) {
      case RichText.Paragraph(var spans) -> weight(spans);
      case RichText.Heading(var spans) -> weight(spans);
      case RichText.Item(_, _, var spans) -> weight(spans);
      case RichText.Quote(var spans) -> weight(spans);
      case RichText.Code(var text) -> 2 * FRAME + weight(text);
    };
  }

  private static int weight(List<Span> spans) {
    return FRAME + spans.stream().mapToInt(SlackCut::weight).sum();
  }

  private static int weight(Span span) {
    return FRAME + weight(span.text()) + span.link().map(url -> weight(url.toString())).orElse(0);
  }

  private static int weight(String text) {
    return text.chars().map(c -> weight((char) c)).sum();
  }

  /// How many characters JSON needs for this one.
  private static int weight(char c) {
    if (c < ' ' || c == '\u2028' || c == '\u2029') {
      return c == '\n' || c == '\t' || c == '\r' ? 2 : 6;
    }
    return c == '"' || c == '\\' ? 2 : 1;
  }
}
