package dev.tiller.teams;

import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.RichText.Block;
import dev.tiller.core.chat.RichText.Mark;
import dev.tiller.core.chat.RichText.Span;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Shortens texts to what Teams takes, and says so.
final class TeamsCut {

  /// Characters of a whole message. Microsoft's pages name 100 KB and, elsewhere, 40 KB, counted in
  /// UTF-16; this keeps to the smaller number.
  static final int MESSAGE = 20_000;

  static String note() {
    return Texts.get("adapter.shortened-teams");
  }

  /// A shorter piece than this is not worth showing.
  private static final int PIECE = 200;

  private TeamsCut() {}

  /// The text, or its beginning and an ellipsis.
  static String line(String text, int max) {
    return text.length() <= max ? text : head(text, max - 1) + "…";
  }

  /// As much of the text as fits, and the note if that is not all.
  ///
  /// @param size what a block takes up, which is no less than its characters
  static RichText fit(RichText text, int budget, ToIntFunction<Block> size) {
    if (text.isEmpty() || fits(text, budget, size)) {
      return text;
    }
    Block note = new RichText.Paragraph(List.of(new Span(note(), Set.of(Mark.ITALIC))));
    int left = budget - size.applyAsInt(note);
    var kept = new ArrayList<Block>();
    for (var block : text.blocks()) {
      var piece = piece(block, left, size);
      piece.ifPresent(kept::add);
      if (!piece.equals(Optional.of(block))) {
        break;
      }
      left -= size.applyAsInt(block);
    }
    kept.add(note);
    return new RichText(kept);
  }

  private static boolean fits(RichText text, int budget, ToIntFunction<Block> size) {
    return text.toPlain().length() <= budget
        && text.blocks().stream().mapToInt(size).sum() <= budget;
  }

  private static Optional<Block> piece(Block block, int budget, ToIntFunction<Block> size) {
    var piece = block;
    int length = length(block);
    while (length > budget || size.applyAsInt(piece) > budget) {
      length = Math.min(length, budget) / 4 * 3;
      if (length < PIECE) {
        return Optional.empty();
      }
      piece = head(block, length);
    }
    return Optional.of(piece);
  }

  private static int length(Block block) {
    return new RichText(List.of(block)).toPlain().length();
  }

  private static Block head(Block block, int max) {
    return switch (block) {
      case RichText.Paragraph(var spans) -> new RichText.Paragraph(head(spans, max));
      case RichText.Heading(var spans) -> new RichText.Heading(head(spans, max));
      case RichText.Item(var depth, var marker, var spans) ->
          new RichText.Item(depth, marker, head(spans, max));
      case RichText.Quote(var spans) -> new RichText.Quote(head(spans, max));
      case RichText.Code(var text) -> new RichText.Code(line(text, max));
    };
  }

  private static List<Span> head(List<Span> spans, int max) {
    var kept = new ArrayList<Span>();
    int left = max;
    for (var span : spans) {
      if (left > 0) {
        kept.add(span.saying(line(span.text(), left)));
      }
      left -= span.text().length();
    }
    return kept;
  }

  private static String head(String text, int max) {
    int end = Math.max(0, max);
    boolean splits = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, splits ? end - 1 : end);
  }
}
