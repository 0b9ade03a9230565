package dev.tiller.core.chat;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;

/// Reads Markdown that an agent wrote (CommonMark 0.31 with GitHub's tables and strikethrough).
/// Takes any text.
///
/// Nothing in it can act: a link shows where it leads, an image is its description, HTML is shown
/// as it is written, and control characters and those that reorder text are left out.
public final class Markdown {

  /// Longer texts are cut, before and after they are read.
  public static final int MAX_CHARS = 20_000;

  /// Deeper quotes, lists and emphasis are read as plain characters.
  private static final int MAX_NESTING = 40;

  /// Wider tables are no help to a reader, and short rows would be filled up to any width.
  private static final int MAX_COLUMNS = 20;

  private static final Parser PARSER = parser(List.of(StrikethroughExtension.create()));
  private static final Parser TABLES_PARSER =
      parser(List.of(StrikethroughExtension.create(), TablesExtension.create()));

  private Markdown() {}

  /// The text, at most [#MAX_CHARS] long as plain text; ends with `…` where it was cut.
  public static RichText parse(String markdown) {
    var text = Ellipsis.cut(markdown, MAX_CHARS);
    var parser = text.lines().anyMatch(Markdown::isWide) ? PARSER : TABLES_PARSER;
    return RichTexts.shortened(MarkdownBlocks.read(parser.parse(text)), MAX_CHARS);
  }

  private static boolean isWide(String line) {
    return line.chars().filter(c -> c == '|').count() > MAX_COLUMNS;
  }

  private static Parser parser(List<Extension> extensions) {
    return Parser.builder()
        .extensions(extensions)
        .maxOpenBlockParsers(MAX_NESTING)
        .maxInlineNesting(MAX_NESTING)
        .build();
  }
}
