package dev.tiller.core.agents;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the service says of a run at one moment.
///
/// @param status the service's own word, for logs and for people when it is unknown
/// @param summary the agent's last words; absent until it ends, or when it said nothing
/// @param changes what the agent has pushed so far, over all its runs
/// @param failure why it failed; usually absent, also for failures
/// @param took absent until it ends, or when the service does not say
/// @param endedAt absent until it ends, or when the service does not say
/// @param reportedAt when the service said so: the webhook's own time stamp, else when we asked
public record RunReport(
    RunState state,
    String status,
    Optional<String> summary,
    List<Change> changes,
    Optional<String> failure,
    Optional<Duration> took,
    Optional<Instant> endedAt,
    Instant reportedAt) {

  /// Without a word about when it ended.
  public RunReport(
      RunState state,
      String status,
      Optional<String> summary,
      List<Change> changes,
      Optional<String> failure,
      Optional<Duration> took,
      Instant reportedAt) {
    this(state, status, summary, changes, failure, took, Optional.empty(), reportedAt);
  }

  public RunReport {
    changes = List.copyOf(changes);
  }

  /// Work of the agent's in one repository.
  ///
  /// @param branch the branch it pushed; absent when it pushed none
  /// @param pullRequest absent when there is none
  public record Change(Repository repository, Optional<String> branch, Optional<URI> pullRequest) {}
}
