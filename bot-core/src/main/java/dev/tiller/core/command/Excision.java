package dev.tiller.core.command;

import java.util.List;

/// Cuts words out of a text and leaves the rest as it was: with each word goes one space beside it,
/// and a line that held nothing else goes whole.
final class Excision {

  private final String text;
  private final List<Range> words;
  private final StringBuilder rest;
  private int at;
  private int next;

  private Excision(String text, List<Range> words) {
    this.text = text;
    this.words = words;
    this.rest = new StringBuilder(text.length());
  }

  /// @param words in order, none of them over more than one line
  static String without(String text, List<Range> words) {
    var excision = new Excision(text, words);
    while (excision.next < words.size()) {
      excision.cutLine();
    }
    return excision.rest.append(text, excision.at, text.length()).toString();
  }

  private void cutLine() {
    var start = Math.max(at, text.lastIndexOf('\n', words.get(next).start()) + 1);
    var newline = text.indexOf('\n', words.get(next).end());
    var end = newline < 0 ? text.length() : newline;
    rest.append(text, at, start);
    at = start;
    var lineStart = rest.length();
    while (next < words.size() && words.get(next).start() < end) {
      cutWord(words.get(next), lineStart, end);
      next++;
    }
    rest.append(text, at, end);
    at = end;
    if (Whitespace.isBlank(rest.substring(lineStart))) {
      rest.setLength(lineStart);
      at = Math.min(end + 1, text.length());
    }
  }

  private void cutWord(Range word, int lineStart, int lineEnd) {
    rest.append(text, at, word.start());
    at = word.end();
    if (at < lineEnd && Whitespace.isGap(text.charAt(at))) {
      at++;
    } else if (rest.length() > lineStart && Whitespace.isGap(rest.charAt(rest.length() - 1))) {
      rest.setLength(rest.length() - 1);
    }
  }
}
