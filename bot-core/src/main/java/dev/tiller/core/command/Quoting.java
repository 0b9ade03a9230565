package dev.tiller.core.command;

/// Pieces of a message inside sentences about it.
final class Quoting {

  private static final int LONGEST = 60;

  private Quoting() {}

  /// The text on one line, cut where it is long.
  static String shortened(String text) {
    var cut = text.codePointCount(0, text.length()) <= LONGEST ? text : cut(text) + "…";
    return cut.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}&&[^\\p{Co}\\p{Cn}]]", " ");
  }

  private static String cut(String text) {
    return text.substring(0, text.offsetByCodePoints(0, LONGEST));
  }
}
