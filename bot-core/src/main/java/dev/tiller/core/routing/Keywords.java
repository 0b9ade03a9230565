package dev.tiller.core.routing;

import dev.tiller.core.command.Prose;
import dev.tiller.core.settings.KeywordRule;
import java.util.List;

/// Keyword rules that a task's words set off: whole words, without case, outside code.
final class Keywords {

  private Keywords() {}

  static List<KeywordRule> matching(List<KeywordRule> rules, String prompt) {
    if (rules.isEmpty()) {
      return List.of();
    }
    var text = oneLine(Prose.of(prompt));
    return rules.stream().filter(rule -> contains(text, oneLine(rule.word()))).toList();
  }

  private static String oneLine(String text) {
    return Known.lower(text).strip().replaceAll("\\s+", " ");
  }

  private static boolean contains(String text, String word) {
    for (var at = text.indexOf(word); at >= 0 && !word.isEmpty(); at = text.indexOf(word, at + 1)) {
      if (isWhole(text, at, at + word.length())) {
        return true;
      }
    }
    return false;
  }

  /// Whether nothing that belongs to the word stands right before or after it.
  private static boolean isWhole(String text, int from, int to) {
    var before = from > 0 && joined(text.codePointBefore(from), text.codePointAt(from));
    var after = to < text.length() && joined(text.codePointBefore(to), text.codePointAt(to));
    return !before && !after;
  }

  private static boolean joined(int one, int other) {
    return inWord(one) && inWord(other);
  }

  private static boolean inWord(int letter) {
    return Character.isLetterOrDigit(letter) || letter == '_' || letter == '-';
  }
}
