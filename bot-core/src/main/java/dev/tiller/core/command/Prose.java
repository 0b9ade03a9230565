package dev.tiller.core.command;

/// The part of a text that is no code.
public final class Prose {

  private Prose() {}

  /// The text with a space for each inline code and each block.
  public static String of(String text) {
    var prose = new StringBuilder(text.length());
    var at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '`') {
        at = Code.skip(text, at);
        prose.append(' ');
      } else {
        prose.append(text.charAt(at));
        at++;
      }
    }
    return prose.toString();
  }
}
