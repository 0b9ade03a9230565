package dev.tiller.core.chat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Formatted text in which every character is data: no platform may read markup, mentions or links
/// out of it.
public record RichText(List<Block> blocks) {

  public RichText {
    blocks = List.copyOf(blocks);
  }

  /// No text at all.
  public static final RichText EMPTY = new RichText(List.of());

  /// The text as one unformatted paragraph; [#EMPTY] for blank text. Line breaks are kept.
  public static RichText plain(String text) {
    return text.isBlank()
        ? EMPTY
        : new RichText(List.of(new Paragraph(List.of(new Span(text, Set.of())))));
  }

  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  /// The text without its formatting, a line for each block.
  public String toPlain() {
    return blocks.stream().map(RichText::plainOf).collect(Collectors.joining("\n"));
  }

  private static String plainOf(Block block) {
    return switch (block) {
      case Paragraph(var spans) -> text(spans);
      case Heading(var spans) -> text(spans);
      case Item(var depth, var marker, var spans) ->
          "  ".repeat(depth) + marker + " " + text(spans);
      case Quote(var spans) -> "> " + text(spans);
      case Code(var text) -> text;
    };
  }

  private static String text(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  /// A piece of text that stands on lines of its own.
  public sealed interface Block {}

  public record Paragraph(List<Span> spans) implements Block {}

  /// A heading of any level; the platforms show it as a bold line.
  public record Heading(List<Span> spans) implements Block {}

  /// A line of a list.
  ///
  /// @param depth 0 for the outermost list
  /// @param marker `•`, or a number with its dot
  public record Item(int depth, String marker, List<Span> spans) implements Block {}

  public record Quote(List<Span> spans) implements Block {}

  /// Preformatted lines, without a final line break.
  public record Code(String text) implements Block {}

  /// A run of characters of one appearance. May contain line breaks.
  ///
  /// @param link where a click on it leads, http(s). Only the bot's own texts have links: none is
  ///   ever read out of what a person or an agent wrote
  /// @param moment the same as `text`, where that is a moment, so that a platform can show it in
  ///   the reader's time zone
  public record Span(String text, Set<Mark> marks, Optional<URI> link, Optional<Instant> moment) {
    public Span {
      marks = Set.copyOf(marks);
    }

    public Span(String text, Set<Mark> marks) {
      this(text, marks, Optional.empty(), Optional.empty());
    }

    public Span(String text, Set<Mark> marks, Optional<URI> link) {
      this(text, marks, link, Optional.empty());
    }

    /// The same appearance for other words.
    public Span saying(String words) {
      return new Span(words, marks, link, moment);
    }
  }

  /// How a span looks.
  public enum Mark {
    BOLD,
    ITALIC,
    STRIKE,
    CODE
  }
}
