package dev.tiller.core.command;

/// What counts as space in a chat message: also the non-breaking and zero-width characters that
/// people paste without seeing them.
final class Whitespace {

  private Whitespace() {}

  static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\u0085'
        || c == '\u200B'
        || c == '\u2060'
        || c == '\uFEFF';
  }

  /// A space or tab, that is, one that does not end a line.
  static boolean isGap(char c) {
    return c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  static boolean isBlank(CharSequence text) {
    return text.chars().allMatch(c -> isSpace((char) c));
  }

  /// The first position from `from` on that is a space, or the text's length.
  static int nextSpace(String text, int from) {
    var at = from;
    while (at < text.length() && !isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static String strip(String text) {
    var start = firstInk(text);
    return text.substring(start, Math.max(start, afterLastInk(text)));
  }

  /// The text without the blank lines around it. In a text of one line the spaces around it go too;
  /// in a longer one they are kept, because the first line may be indented code.
  static String trimOuterLines(String text) {
    if (isBlank(text)) {
      return "";
    }
    var start = text.lastIndexOf('\n', firstInk(text)) + 1;
    var lineEnd = text.indexOf('\n', afterLastInk(text));
    var end = lineEnd < 0 ? text.length() : lineEnd;
    if (lineEnd > 0 && text.charAt(lineEnd - 1) == '\r') {
      end--;
    }
    var lines = text.substring(start, end);
    return lines.indexOf('\n') < 0 ? strip(lines) : lines;
  }

  private static int firstInk(String text) {
    var at = 0;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int afterLastInk(String text) {
    var at = text.length();
    while (at > 0 && isSpace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
