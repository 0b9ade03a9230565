package dev.tiller.core.cursor.v0;

import dev.tiller.core.agents.LaunchRequest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The name of the branch that a launch asks for, such as `cursor/fix-the-login-bug-1a2b3c4d`. It
/// carries the start of the launch's id, so that a launch with a lost answer can be found by it.
final class BranchName {

  private static final int WORDS = 6;
  private static final int LONGEST = 48;

  private BranchName() {}

  static String of(LaunchRequest request) {
    return "cursor/" + slug(request.prompt()) + "-" + request.launch().toString().substring(0, 8);
  }

  private static String slug(String prompt) {
    var beginning = prompt.substring(0, Math.min(prompt.length(), 500));
    var ascii =
        Normalizer.normalize(beginning, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    var words =
        Arrays.stream(ascii.split("[^a-z0-9]+", -1))
            .filter(word -> !word.isEmpty())
            .limit(WORDS)
            .collect(Collectors.joining("-"));
    var cut = words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    return cut.isEmpty() ? "task" : cut.replaceFirst("-+$", "");
  }
}
