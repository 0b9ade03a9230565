package dev.tiller.app.standin.cursor;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What the hash words of a prompt ask the stand-in to do. Of several endings or refusals, the last
/// word counts.
///
/// @param slow six times longer than the pace
/// @param refusal why the launch is refused
record Wishes(Ending ending, boolean slow, Optional<ApiError> refusal) {

  private static final Pattern WORD = Pattern.compile("(?<!\\S)#([a-z-]+)(?![\\w-])");

  private static final Map<String, Ending> ENDINGS =
      Map.of(
          "branch-only", Ending.BRANCH,
          "nothing", Ending.NOTHING,
          "error", Ending.ERROR,
          "expire", Ending.EXPIRED);

  private static final Map<String, ApiError> REFUSALS =
      Map.of(
          "no-access",
          new ApiError(
              400,
              "repository_access",
              "Cursor cannot access this repository. Check that the GitHub App is installed on it."),
          "plan",
          new ApiError(403, "plan_required", "Cloud agents require a paid plan."),
          "limit",
          new ApiError(
              400, "usage_limit_exceeded", "You have reached your usage limit for cloud agents."));

  static Wishes of(String prompt) {
    return new Wishes(
        last(prompt, ENDINGS).orElse(Ending.PULL_REQUEST),
        last(prompt, Map.of("slow", true)).isPresent(),
        last(prompt, REFUSALS));
  }

  /// @throws ApiError when the launch is to be refused
  void refuse() {
    refusal.ifPresent(error -> {
      throw error;
    });
  }

  /// The prompt without hash words that mean something here.
  static String without(String prompt) {
    return WORD.matcher(prompt)
        .replaceAll(found -> known(found.group(1)) ? "" : "#" + found.group(1));
  }

  private static boolean known(String word) {
    return word.equals("slow") || ENDINGS.containsKey(word) || REFUSALS.containsKey(word);
  }

  private static <T> Optional<T> last(String prompt, Map<String, T> words) {
    return WORD.matcher(prompt)
        .results()
        .map((MatchResult found) -> found.group(1))
        .filter(words::containsKey)
        .reduce((_, later) -> later)
        .flatMap(word -> Optional.ofNullable(words.get(word)));
  }
}
