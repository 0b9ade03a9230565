package dev.tiller.core.command;

/// Inline code and fenced blocks, as chat platforms read them.
final class Code {

  /// So many backticks begin a block, fewer begin inline code.
  private static final int FENCE = 3;

  private Code() {}

  /// Where to go on reading after the backtick at `at`: after the code that begins there, or after
  /// the backticks themselves when they begin none. Inline code ends on its line; a block that is
  /// never closed reaches to the end of the text.
  ///
  /// A search that fails tells that the line has no more such backticks, so it happens at most
  /// twice a line, and reading a whole text stays linear.
  static int skip(String text, int at) {
    var opening = backticks(text, at);
    var body = at + opening;
    var isBlock = opening >= FENCE;
    var next = body;
    while (next < text.length() && (isBlock || text.charAt(next) != '\n')) {
      var run = backticks(text, next);
      if (run == opening || (isBlock && run > opening)) {
        return next + run;
      }
      next += Math.max(run, 1);
    }
    return isBlock ? text.length() : body;
  }

  private static int backticks(String text, int at) {
    var end = at;
    while (end < text.length() && text.charAt(end) == '`') {
      end++;
    }
    return end - at;
  }
}
