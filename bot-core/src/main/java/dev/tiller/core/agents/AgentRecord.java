package dev.tiller.core.agents;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An agent as the service keeps it.
///
/// @param name what the service calls it; absent when it has no name
/// @param status the service's own word, for people when the standing is unknown
/// @param page the agent's page on the service's site
/// @param repositories where it works; empty in lists of services that leave them out there
/// @param latestRun absent where the service has no runs of its own
public record AgentRecord(
    AgentId id,
    Optional<String> name,
    Standing standing,
    String status,
    URI page,
    List<Repository> repositories,
    Optional<Instant> createdAt,
    Optional<RunId> latestRun) {

  public AgentRecord {
    repositories = List.copyOf(repositories);
  }

  /// Whether an agent takes prompts. It does not tell how its last run ended.
  public enum Standing {
    AT_WORK,
    IDLE,
    /// Put away by somebody, or by time.
    ARCHIVED,
    UNRECOGNIZED
  }
}
