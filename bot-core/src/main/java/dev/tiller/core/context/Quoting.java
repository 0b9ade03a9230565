package dev.tiller.core.context;

import java.util.stream.Collectors;

/// Makes the words of others safe to stand in a prompt. Every line of theirs begins with `> `, and
/// nothing that they write can end a line otherwise than as a line of theirs.
final class Quoting {

  private static final String MARK = "> ";
  private static final int NAME = 60;

  private Quoting() {}

  /// The text as quoted lines, without characters that cannot be seen.
  static String lines(String text) {
    return visible(text)
        .lines()
        .map(line -> (MARK + line).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  /// A name of a person or file on one line, at most so long that nobody mistakes it for a text.
  static String name(String name) {
    var line = visible(name).replaceAll("\\s+", " ").strip();
    return line.isEmpty() ? "somebody" : Cut.end(line, NAME);
  }

  /// The same between quotation marks that nothing in the name can close.
  static String quotedName(String name) {
    return '"' + name(name.replaceAll("[\"“”„‟＂]", "")) + '"';
  }

  /// The text with one kind of line break, and without what shows nothing: control characters, and
  /// those that turn the direction of writing or hide a second text.
  static String visible(String text) {
    var seen = new StringBuilder(text.length());
    text.replace("\r\n", "\n").codePoints().forEach(each -> append(seen, each));
    return seen.toString();
  }

  private static void append(StringBuilder seen, int each) {
    if (breaksLine(each)) {
      seen.append('\n');
    } else if (each == '\t' || isShown(each)) {
      seen.appendCodePoint(each);
    }
  }

  private static boolean breaksLine(int each) {
    return switch (each) {
      case '\n', '\r', 0x0b, 0x0c, 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029 -> true;
      default -> false;
    };
  }

  private static boolean isShown(int each) {
    return switch (Character.getType(each)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
      case Character.FORMAT -> joins(each);
      default -> !isHiddenSelector(each);
    };
  }

  /// Zero-width characters that scripts and emoji need.
  private static boolean joins(int each) {
    return each == 0x200c || each == 0x200d;
  }

  private static boolean isHiddenSelector(int each) {
    return each >= 0xe0100 && each <= 0xe01ef;
  }
}
