package dev.tiller.core.decide;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.conversation.AgentRequest;
import dev.tiller.core.conversation.Ending;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Pages of the known code hosts. Other hosts have none that we could know, so their buttons are
/// left out.
final class Links {

  private Links() {}

  /// The page that opens a new pull request for a pushed branch; only where there is none yet.
  static Optional<URI> createPullRequest(AgentRequest request, Ending ending) {
    var onDefaultBranch = request.options().currentBranch() && request.branch().isEmpty();
    if (ending.pullRequest().isPresent() || onDefaultBranch) {
      return Optional.empty();
    }
    return ending.branch().flatMap(branch -> newPullRequest(request, branch));
  }

  private static Optional<URI> newPullRequest(AgentRequest request, String branch) {
    var repository = request.repository();
    return switch (repository.url().getHost()) {
      case "github.com" -> Optional.of(page(repository, compare(request, branch) + "?expand=1"));
      case "gitlab.com" ->
          Optional.of(
              page(
                  repository,
                  "/-/merge_requests/new?merge_request%5Bsource_branch%5D=" + query(branch)));
      case "bitbucket.org" ->
          Optional.of(page(repository, "/pull-requests/new?source=" + query(branch)));
      default -> Optional.empty();
    };
  }

  /// The page that shows what changed.
  static Optional<URI> changes(AgentRequest request, Ending ending) {
    var host = request.repository().url().getHost();
    var pull = ending.pullRequest().filter(url -> host.equals(url.getHost()));
    if (pull.isPresent()) {
      return pull.flatMap(url -> changesOf(host, url));
    }
    return ending.branch().flatMap(branch -> changesOn(request, branch));
  }

  private static Optional<URI> changesOf(String host, URI pull) {
    return switch (host) {
      case "github.com" -> Optional.of(URI.create(pull + "/files"));
      case "gitlab.com" -> Optional.of(URI.create(pull + "/diffs"));
      case "bitbucket.org" -> Optional.of(URI.create(pull + "/diff"));
      default -> Optional.empty();
    };
  }

  private static Optional<URI> changesOn(AgentRequest request, String branch) {
    var repository = request.repository();
    return switch (repository.url().getHost()) {
      case "github.com" -> Optional.of(page(repository, compare(request, branch)));
      case "gitlab.com" -> Optional.of(page(repository, "/-/tree/" + path(branch)));
      case "bitbucket.org" -> Optional.of(page(repository, "/branch/" + path(branch)));
      default -> Optional.empty();
    };
  }

  private static String compare(AgentRequest request, String branch) {
    var base =
        request
            .branch()
            .filter(_ -> !request.options().currentBranch())
            .map(from -> path(from) + "...")
            .orElse("");
    return "/compare/" + base + path(branch);
  }

  private static URI page(Repository repository, String rest) {
    return URI.create(repository.url() + rest);
  }

  private static String query(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String path(String branch) {
    return query(branch).replace("+", "%20").replace("%2F", "/");
  }
}
