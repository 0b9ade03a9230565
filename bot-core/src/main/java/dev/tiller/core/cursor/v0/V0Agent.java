package dev.tiller.core.cursor.v0;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.agents.RunReport;
import dev.tiller.core.agents.RunState;
import dev.tiller.core.cursor.CursorText;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An agent as Cursor API v0 shows it, in answers and in the body of its webhooks.
///
/// @param source where it began; the repository often without a scheme
public record V0Agent(
    Optional<String> id,
    Optional<String> name,
    Optional<String> status,
    Optional<Source> source,
    Optional<Target> target,
    Optional<String> summary,
    Optional<String> createdAt) {

  public record Source(Optional<String> repository) {}

  /// @param branchName its branch; named from the start, so it may not be pushed yet
  public record Target(Optional<String> url, Optional<String> branchName, Optional<String> prUrl) {}

  public RunReport report(Instant reportedAt) {
    var word = CursorText.line(status.orElse(""), 64);
    var state = CursorText.state(word);
    return new RunReport(
        state,
        word,
        summary.filter(text -> !text.isBlank()),
        changes(state),
        Optional.empty(),
        Optional.empty(),
        reportedAt);
  }

  /// The service does not say whether the branch was pushed: without a pull request it is taken for
  /// that once the agent has finished.
  private List<RunReport.Change> changes(RunState state) {
    var branch = target.flatMap(Target::branchName).filter(name -> !name.isBlank());
    var pullRequest = target.flatMap(Target::prUrl).flatMap(CursorText::link);
    var pushed = pullRequest.isPresent() || (state == RunState.FINISHED && branch.isPresent());
    return source
        .filter(_ -> pushed)
        .flatMap(Source::repository)
        .flatMap(Repository::parse)
        .map(repository -> List.of(new RunReport.Change(repository, branch, pullRequest)))
        .orElse(List.of());
  }

  /// The agent's page on the service's site.
  URI page(String id) {
    return target
        .flatMap(Target::url)
        .flatMap(CursorText::link)
        .orElseGet(() -> URI.create("https://cursor.com/agents?id=" + id));
  }
}
