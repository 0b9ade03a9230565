package dev.tiller.app.standin.cursor;

import java.util.Optional;
import java.util.regex.Pattern;

/// Repository and pull request URLs as requests have them, brought to the form of answers: without
/// scheme.
final class RepositoryUrl {

  private static final Pattern REPOSITORY =
      Pattern.compile("(?:https?://)?(?<url>[\\w-]+(?:\\.[\\w-]+)+(?::\\d+)?(?:/[\\w.~-]+){2,})");

  private static final Pattern PULL_REQUEST =
      Pattern.compile(
          "https?://(?<url>[^/]+/.+?)/(?:pull|-/merge_requests|pull-requests|pullrequest)/\\d+/?");

  private RepositoryUrl() {}

  /// Empty when it is no URL of a repository.
  static Optional<String> repository(String url) {
    var match = REPOSITORY.matcher(url.replaceFirst("/$", "").replaceFirst("\\.git$", ""));
    return match.matches() ? Optional.of(match.group("url")) : Optional.empty();
  }

  /// The repository of a pull request's URL; empty when it is none.
  static Optional<String> ofPullRequest(String url) {
    var match = PULL_REQUEST.matcher(url);
    return match.matches() ? repository(match.group("url")) : Optional.empty();
  }
}
