package dev.tiller.core.command;

/// A text whose code, quotes and quoted lines are blotted out; everything else keeps its place.
final class Unquoted {

  /// Stands for each character that is not to be read: no space, no letter, no punctuation.
  static final char BLOT = '\u0001';

  /// Longer pieces between quotes are no quotes, but feet and inches.
  private static final int LONGEST_QUOTE = 500;

  private Unquoted() {}

  static String of(String text) {
    var result = new StringBuilder(text);
    var at = 0;
    while (at < text.length()) {
      var end = unread(text, at);
      for (var i = at; i < end; i++) {
        result.setCharAt(i, BLOT);
      }
      at = Math.max(end, at + 1);
    }
    return result.toString();
  }

  /// The end of what begins at the position and is not to be read; the position itself otherwise.
  private static int unread(String text, int at) {
    var c = text.charAt(at);
    if (c == '`') {
      return Code.skip(text, at);
    }
    if (c == '>' && (at == 0 || text.charAt(at - 1) == '\n')) {
      return lineEnd(text, at, text.length());
    }
    return isOpening(text, at) ? quoteEnd(text, at, closing(c)) : at;
  }

  private static boolean isOpening(String text, int at) {
    var c = text.charAt(at);
    return !closing(c).isEmpty() && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
  }

  private static String closing(char opening) {
    return switch (opening) {
      case '"' -> "\"";
      case '\'' -> "'";
      case '“', '”', '„' -> "“”\"";
      case '‘', '’', '‚' -> "‘’'";
      case '«' -> "»";
      default -> "";
    };
  }

  private static int quoteEnd(String text, int at, String closing) {
    var limit = lineEnd(text, at, Math.min(text.length(), at + LONGEST_QUOTE));
    for (var next = at + 1; next < limit; next++) {
      if (closing.indexOf(text.charAt(next)) >= 0 && endsWord(text, next)) {
        return next + 1;
      }
    }
    return at;
  }

  private static boolean endsWord(String text, int at) {
    return at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
  }

  private static int lineEnd(String text, int at, int limit) {
    var end = at;
    while (end < limit && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }
}
