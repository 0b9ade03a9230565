package dev.tiller.app.standin.cursor;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The logs of all runs, and the ids of their frames: `<ms>-<seq>`, each used once, in any run.
final class RunLogs {

  private static final Pattern ID = Pattern.compile("\\d{1,15}-\\d{1,9}");

  private final InstantSource clock;
  private final Map<String, RunLog> logs = new ConcurrentHashMap<>();
  private long millis;
  private int sequence;

  RunLogs(InstantSource clock) {
    this.clock = clock;
  }

  RunLog of(String runId) {
    return logs.computeIfAbsent(runId, _ -> new RunLog());
  }

  synchronized String nextId() {
    long now = clock.millis();
    sequence = now > millis ? 0 : sequence + 1;
    millis = Math.max(now, millis);
    return millis + "-" + sequence;
  }

  /// Where in a run's log a reader goes on.
  ///
  /// An id that no run has is taken as the newest, as the service was seen to do.
  ///
  /// @param lastEventId absent means from the start
  /// @throws ApiError when the id is malformed or of another run
  int start(String runId, Optional<String> lastEventId) {
    if (lastEventId.isEmpty()) {
      return 0;
    }
    var id = lastEventId.get();
    int start = of(runId).after(id);
    if (start == 0 && (!ID.matcher(id).matches() || isOfAnotherRun(id))) {
      throw new ApiError(400, "invalid_last_event_id", "Last-Event-ID does not belong to this run");
    }
    return start > 0 ? start : of(runId).size();
  }

  private boolean isOfAnotherRun(String id) {
    return logs.values().stream().anyMatch(log -> log.after(id) > 0);
  }
}
