package dev.tiller.app.standin.cursor;

import dev.tiller.app.http.HangUp;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// The event streams of runs (Cursor API v1, Oct 2026, run stream).
final class RunStreams {

  private final Options options;
  private final AgentStore store;
  private final RunLogs logs;

  RunStreams(Options options, AgentStore store, RunLogs logs) {
    this.options = options;
    this.store = store;
    this.logs = logs;
  }

  /// Replays a run from its start or from behind `Last-Event-ID`, then follows it.
  Reply open(Call call) {
    var run = store.get(call.agentId()).run(call.runId()).orElseThrow(ApiError::noRun);
    int checked = logs.start(run.id(), call.exchange().header("last-event-id"));
    int start = Faults.has(call.faults(), Fault.ReplayedStream.class) ? 0 : checked;
    if (run.status().terminal() && options.clock().instant().isAfter(lastMoment(run))) {
      throw new ApiError(410, "stream_expired", "The stream of this run has expired");
    }
    var retention = String.valueOf(options.streams().retention().toSeconds());
    return new Reply.Stream(
        Map.of("Cache-Control", "no-cache", "X-Cursor-Stream-Retention-Seconds", retention),
        out -> write(run, start, end(call), frames(out, run, call)));
  }

  private FaultyFrames frames(OutputStream out, Run run, Call call) {
    return new FaultyFrames(out, run.id(), call.faults(), options.streams().heartbeat());
  }

  /// When the connection is to be cut, as [System#nanoTime()].
  private static Optional<Long> end(Call call) {
    return Faults.find(call.faults(), Fault.CutStreamAfter.class)
        .map(fault -> System.nanoTime() + fault.time().toNanos());
  }

  private Instant lastMoment(Run run) {
    return run.updatedAt().plus(options.streams().retention());
  }

  private void write(Run run, int start, Optional<Long> end, FaultyFrames out) throws IOException {
    try {
      // A cancelled run was seen to be framed as finished.
      if (out.send(Frame.status(run.id(), run.status().v0()))
          && follow(logs.of(run.id()), start, end, out)) {
        out.send(Frame.done());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Sends what the log has from `start` on until it is closed; false when a fault ends it earlier.
  private boolean follow(RunLog log, int start, Optional<Long> end, FaultyFrames out)
      throws IOException, InterruptedException {
    int next = start;
    long heartbeat = System.nanoTime() + options.streams().firstHeartbeat().toNanos();
    while (true) {
      long now = System.nanoTime();
      long wait = Math.min(heartbeat - now, end.map(at -> at - now).orElse(Long.MAX_VALUE));
      var news = log.await(next, Duration.ofNanos(wait));
      for (var frame : news.frames()) {
        if (!out.send(frame)) {
          return false;
        }
      }
      next += news.frames().size();
      if (news.closed()) {
        return true;
      }
      if (end.filter(at -> System.nanoTime() >= at).isPresent()) {
        throw new HangUp();
      }
      if (System.nanoTime() >= heartbeat) {
        if (!out.send(Frame.heartbeat())) {
          return false;
        }
        heartbeat += options.streams().heartbeat().toNanos();
      }
    }
  }
}
