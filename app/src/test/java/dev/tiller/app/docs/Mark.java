package dev.tiller.app.docs;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a comment on the line before a block says is to become of it.
sealed interface Mark {

  /// It runs to its end, which is a good one.
  ///
  /// @param alone what still runs from a block before is ended first
  record Runs(boolean alone) implements Mark {}

  /// It runs until it has printed some words, and then goes on until the next block that is to be
  /// alone, or the end of the document.
  record RunsUntil(String words) implements Mark {}

  /// It is the content of a file.
  record IsFile(String name) implements Mark {}

  /// It does not run here, for a reason.
  record NotHere(String reason) implements Mark {}

  Pattern COMMENT = Pattern.compile("\\s*<!-- (.+) -->\\s*");

  /// The mark that a line is; empty when it is none.
  static Optional<Mark> of(String line) {
    var comment = COMMENT.matcher(line);
    if (!comment.matches()) {
      return Optional.empty();
    }
    var words = comment.group(1).strip();
    if (words.equals("runs") || words.equals("runs alone")) {
      return Optional.of(new Runs(words.endsWith("alone")));
    }
    return after("runs until:", words)
        .<Mark>map(RunsUntil::new)
        .or(() -> after("file:", words).map(IsFile::new))
        .or(() -> after("not run here:", words).map(NotHere::new));
  }

  private static Optional<String> after(String beginning, String words) {
    return words.startsWith(beginning)
        ? Optional.of(words.substring(beginning.length()).strip()).filter(it -> !it.isEmpty())
        : Optional.empty();
  }
}
