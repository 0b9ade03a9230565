package dev.tiller.core.chat;

/// Shortens text without breaking a character.
final class Ellipsis {

  static final String SIGN = "…";

  /// So far back a cut looks for the end of a word.
  private static final int WORD = 40;

  private Ellipsis() {}

  /// The text, at most so long, with `…` at the end where something is missing.
  static String cut(String text, int maxChars) {
    return text.length() <= maxChars
        ? text
        : text.substring(0, beforePair(text, maxChars - SIGN.length())) + SIGN;
  }

  /// Where to cut for at most so many characters: after a word, unless that is far away. Shorter
  /// than the text.
  static int wordEnd(String text, int maxChars) {
    var limit = Math.min(maxChars, text.length() - 1);
    for (var at = limit; at > Math.max(0, limit - WORD); at--) {
      if (Character.isWhitespace(text.charAt(at)) && !Character.isWhitespace(text.charAt(at - 1))) {
        return at;
      }
    }
    return beforePair(text, limit);
  }

  private static int beforePair(String text, int at) {
    return at > 0 && Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
  }
}
