package dev.tiller.app.standin.cursor;

import dev.tiller.app.standin.cursor.Artifact.Kind;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the hash words of a prompt ask the stand-in to do. Of several endings or refusals, the last
/// word counts.
///
/// @param slow six times longer than the pace
/// @param refusal why the launch is refused
/// @param artifacts what a finished run leaves behind
/// @param manyArtifacts it leaves more files than the service lists
record Wishes(
    Ending ending,
    boolean slow,
    Optional<ApiError> refusal,
    Set<Kind> artifacts,
    boolean manyArtifacts) {

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

  private static final Map<String, Kind> ARTIFACTS =
      Map.of(
          "only-screenshot", Kind.SCREENSHOT,
          "only-video", Kind.VIDEO,
          "only-log", Kind.LOG,
          "only-report", Kind.REPORT,
          "large-artifact", Kind.LARGE);

  private static final Set<String> OTHERS = Set.of("slow", "no-artifacts", "many-artifacts");

  static Wishes of(String prompt) {
    return new Wishes(
        last(prompt, ENDINGS).orElse(Ending.PULL_REQUEST),
        has(prompt, "slow"),
        last(prompt, REFUSALS),
        artifacts(prompt),
        has(prompt, "many-artifacts"));
  }

  private static Set<Kind> artifacts(String prompt) {
    var wanted = all(prompt, ARTIFACTS).collect(Collectors.toCollection(TreeSet::new));
    if (has(prompt, "no-artifacts") || !wanted.isEmpty()) {
      return wanted;
    }
    return EnumSet.complementOf(EnumSet.of(Kind.LARGE));
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
    return OTHERS.contains(word)
        || ENDINGS.containsKey(word)
        || REFUSALS.containsKey(word)
        || ARTIFACTS.containsKey(word);
  }

  private static boolean has(String prompt, String word) {
    return last(prompt, Map.of(word, true)).isPresent();
  }

  private static <T> Optional<T> last(String prompt, Map<String, T> words) {
    return all(prompt, words).reduce((_, later) -> later);
  }

  private static <T> Stream<T> all(String prompt, Map<String, T> words) {
    return WORD.matcher(prompt)
        .results()
        .map((MatchResult found) -> found.group(1))
        .flatMap(word -> Optional.ofNullable(words.get(word)).stream());
  }
}
