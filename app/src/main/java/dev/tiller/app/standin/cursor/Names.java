package dev.tiller.app.standin.cursor;

import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/// Names the service makes up from a prompt.
final class Names {

  private static final int NAME_LENGTH = 60;
  private static final int SLUG_LENGTH = 40;

  private Names() {}

  /// A title from the prompt's first line that has words.
  static String agent(String prompt) {
    var line =
        Wishes.without(prompt)
            .lines()
            .map(text -> text.strip().replaceAll("\\s+", " "))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("Untitled task");
    var title = cut(line, NAME_LENGTH, ' ');
    return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
  }

  /// `cursor/` with the agent's name and four hex digits.
  static String branch(String agentName) {
    return "cursor/" + slug(agentName) + "-" + hex();
  }

  private static String slug(String name) {
    var words =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return words.isEmpty() ? "task" : cut(words, SLUG_LENGTH, '-');
  }

  private static String hex() {
    return HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
  }

  private static String cut(String text, int length, char at) {
    if (text.length() <= length) {
      return text;
    }
    int word = text.lastIndexOf(at, length);
    int end = word > 0 ? word : length;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
