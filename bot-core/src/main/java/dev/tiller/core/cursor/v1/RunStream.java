package dev.tiller.core.cursor.v1;

import static dev.tiller.core.cursor.CursorHttp.segment;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.cursor.Answer;
import dev.tiller.core.cursor.Call;
import dev.tiller.core.cursor.Chunks;
import dev.tiller.core.cursor.CursorHttp;
import dev.tiller.core.cursor.Opening;
import dev.tiller.core.cursor.sse.SseEvent;
import dev.tiller.core.cursor.sse.SseReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the event stream of one run at a time (Cursor API v1, run stream).
final class RunStream {

  private static final Logger log = LoggerFactory.getLogger(RunStream.class);

  private final CursorHttp http;

  RunStream(CursorHttp http) {
    this.http = http;
  }

  /// How a stream ended. None of these tells how the run did.
  enum End {
    /// The reader had seen enough.
    STOPPED,
    /// The service said that nothing more comes.
    DONE,
    /// The service has no stream right now.
    UNAVAILABLE,
    /// The service keeps streams for some days only.
    EXPIRED,
    /// The service does not know the place to resume from.
    CURSOR_REFUSED,
    /// Nothing came for too long.
    SILENT,
    /// The line was cut.
    CUT,
    INTERRUPTED
  }

  /// Hands on the stream's frames until it ends or the reader answers `false`.
  ///
  /// @param after the id of the last frame seen
  /// @param silence the longest wait for anything to come
  End follow(
      AgentId agent,
      RunId run,
      Optional<String> after,
      Duration silence,
      Predicate<SseEvent> reader) {
    var path = V1Runs.path(agent) + "/runs/" + segment(run.value()) + "/stream";
    var end =
        switch (open(path, after)) {
          case null -> End.INTERRUPTED;
          case Opening.Declined(var answer) -> declined(answer);
          case Opening.Opened(var chunks) -> read(chunks, silence, reader);
        };
    log.atDebug().addKeyValue("run", run).addKeyValue("end", end).log("run stream ended");
    return end;
  }

  private @Nullable Opening open(String path, Optional<String> after) {
    try {
      return http.open(path, after);
    } catch (NotNow e) {
      if (Thread.currentThread().isInterrupted()) {
        return null;
      }
      throw e;
    }
  }

  private End declined(Answer answer) {
    return switch (answer.error().code()) {
      case "stream_expired" -> End.EXPIRED;
      case "stream_unavailable" -> End.UNAVAILABLE;
      case "invalid_last_event_id" -> End.CURSOR_REFUSED;
      default -> {
        if (answer.status() == 410) {
          yield End.EXPIRED;
        }
        throw http.failure(Call.READ, answer);
      }
    };
  }

  private static End read(Chunks chunks, Duration silence, Predicate<SseEvent> reader) {
    var sse = new SseReader();
    try (chunks) {
      return frames(chunks, sse, silence, reader);
    } catch (Chunks.Silence e) {
      return End.SILENT;
    } catch (IOException e) {
      return End.CUT;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return End.INTERRUPTED;
    } finally {
      if (sse.dropped() > 0) {
        log.atWarn().addKeyValue("events", sse.dropped()).log("run stream had oversized events");
      }
    }
  }

  private static End frames(
      Chunks chunks, SseReader sse, Duration silence, Predicate<SseEvent> reader)
      throws IOException, InterruptedException {
    var frames = new ArrayDeque<SseEvent>();
    for (var next = chunks.next(silence); next.isPresent(); next = chunks.next(silence)) {
      next.get().forEach(buffer -> sse.read(buffer, frames::add));
      for (var frame = frames.poll(); frame != null; frame = frames.poll()) {
        switch (frame.type()) {
          case "done" -> {
            return End.DONE;
          }
          case "error" -> {
            return End.UNAVAILABLE;
          }
          default -> {
            if (!reader.test(frame)) {
              return End.STOPPED;
            }
          }
        }
      }
    }
    return End.CUT;
  }
}
