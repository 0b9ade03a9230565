package dev.tiller.core.conversation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How a run ended.
///
/// @param cause why it did not finish, as a sentence for people; absent when it finished
/// @param summary the agent's last words, Markdown as it wrote them
/// @param branch the branch the agent pushed, now or in an earlier run
/// @param pullRequest only http(s)
/// @param took absent when the service does not say
/// @param spent absent until known, and where the service does not say
/// @param files how many pictures and films there were to look at then; 0 until known
public record Ending(
    How how,
    Instant at,
    Optional<String> cause,
    Optional<String> summary,
    Optional<String> branch,
    Optional<URI> pullRequest,
    Optional<Duration> took,
    Optional<Spent> spent,
    int files) {

  public enum How {
    FINISHED,
    FAILED,
    STOPPED,
    EXPIRED,
    /// The service never took it.
    REFUSED,
    /// It was only suggested, and nobody who may steer the agent wanted it.
    DECLINED
  }

  /// An ending about which there is nothing but a cause.
  public static Ending because(How how, Instant at, String cause) {
    return new Ending(
        how,
        at,
        Optional.of(cause),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /// The ending, now that it is known what the run has used.
  public Ending having(Spent used) {
    return new Ending(how, at, cause, summary, branch, pullRequest, took, Optional.of(used), files);
  }

  /// The ending, now that it is known what the agent has left.
  public Ending leaving(int count) {
    return new Ending(how, at, cause, summary, branch, pullRequest, took, spent, count);
  }
}
