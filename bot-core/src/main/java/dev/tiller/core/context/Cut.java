package dev.tiller.core.context;

/// Shortens texts without splitting a character.
final class Cut {

  private Cut() {}

  /// The beginning, with `…` where something is missing.
  static String end(String text, int most) {
    return text.length() <= most ? text : text.substring(0, before(text, most - 1)) + "…";
  }

  /// The beginning and the end, with a line between them that says what is missing.
  static String middle(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int head = before(text, most / 3);
    int tail = before(text, text.length() - (most - most / 3));
    return "%s\n[%d characters left out here]\n%s"
        .formatted(text.substring(0, head), tail - head, text.substring(tail));
  }

  private static int before(String text, int at) {
    return at > 0 && Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
  }
}
