package dev.tiller.core.agents;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// An existing pull or merge request.
///
/// @param url its page, without what leads to a part of it
/// @param number counts the requests of its repository
public record PullRequest(URI url, Repository repository, String number) {

  private static final int LONGEST = 500;

  private static final Pattern PAGE =
      Pattern.compile(
          "(?:https?://)?(?<host>[^/?#\\s]+)(?<path>(?:/[^/?#\\s]+){2,}?)"
              + "(?<kind>/pull|/-/merge_requests|/merge_requests|/pull-requests|/pullrequest)"
              + "/(?<number>[1-9][0-9]{0,9})(?:[/?#]\\S*)?");

  /// Kinds of hosts whose repositories are always `owner/name`.
  private static final Set<String> FLAT = Set.of("/pull", "/pull-requests");

  /// Reads the web address of a pull request, or of a part of one such as its changed files: GitHub
  /// `/pull/7`, GitLab `/-/merge_requests/7`, Bitbucket Cloud `/pull-requests/7`, Azure DevOps
  /// `/_git/name/pullrequest/7`, on any host. Empty for anything else.
  public static Optional<PullRequest> parse(String written) {
    var text = written.strip();
    var page = PAGE.matcher(text);
    if (text.length() > LONGEST || !page.matches()) {
      return Optional.empty();
    }
    var kind = page.group("kind");
    var path = page.group("path");
    if (FLAT.contains(kind) && path.chars().filter(c -> c == '/').count() != 2) {
      return Optional.empty();
    }
    return Repository.parse("https://" + page.group("host") + path)
        .map(repository -> of(repository, kind, page.group("number")));
  }

  private static PullRequest of(Repository repository, String kind, String number) {
    return new PullRequest(URI.create(repository.url() + kind + "/" + number), repository, number);
  }
}
