package dev.tiller.app.standin.cursor;

import dev.tiller.app.standin.cursor.Launch.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One prompt's worth of an agent's work, as it stands at one moment.
///
/// @param updatedAt stays at the beginning of the work until the run ends
/// @param result the last words of the agent; only of a finished run
record Run(
    String id,
    String agentId,
    Prompt prompt,
    RunStatus status,
    Instant createdAt,
    Instant updatedAt,
    Optional<String> result) {

  static Run created(String id, String agentId, Prompt prompt, Instant now) {
    return new Run(id, agentId, prompt, RunStatus.CREATING, now, now, Optional.empty());
  }

  Run running(Instant now) {
    return new Run(id, agentId, prompt, RunStatus.RUNNING, createdAt, now, result);
  }

  Run ended(RunStatus ending, Optional<String> text, Instant now) {
    return new Run(id, agentId, prompt, ending, createdAt, now, text);
  }

  /// How long it took; empty until it has ended.
  Optional<Duration> duration() {
    return status.terminal()
        ? Optional.of(Duration.between(createdAt, updatedAt))
        : Optional.empty();
  }
}
