package dev.tiller.app.playground;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.http.Exchange;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.ChatStandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// The state of all stand-ins, once or as a stream of every change.
final class StateFeed {

  /// The least time between two states of a stream.
  private static final Duration PAUSE = Duration.ofMillis(100);

  /// The longest time without a sign of life.
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private final List<ChatStandIn> platforms;
  private final CursorView cursor;
  private final Traffic traffic;
  private long version = 1;

  StateFeed(List<ChatStandIn> platforms, CursorView cursor, Traffic traffic) {
    this.platforms = List.copyOf(platforms);
    this.cursor = cursor;
    this.traffic = traffic;
  }

  /// Begins to count changes.
  void begin() {
    platforms.forEach(platform -> platform.onChange(this::changed));
    cursor.onChange(this::changed);
    cursor.faults().onChange(this::changed);
    traffic.onChange(this::changed);
  }

  private synchronized void changed() {
    version++;
    notifyAll();
  }

  private synchronized long version() {
    return version;
  }

  /// The state as of now.
  ObjectNode state() {
    // The version is read first: a change meanwhile shows in the state and comes again.
    return object(
        "version", version(),
        "platforms", StateJson.each(platforms, it -> StateJson.platform(it.view())),
        "cursor", StateJson.cursor(cursor.state(), cursor.faults().active()));
  }

  /// Streams the state (`text/event-stream`): at once, and after changes.
  void stream(Exchange exchange) throws IOException {
    try (var out = exchange.startStream(200, "text/event-stream")) {
      long seen = 0;
      while (true) {
        if (awaitNewer(seen)) {
          var state = state();
          seen = state.path("version").asLong();
          out.write(("event: state\ndata: " + state + "\n\n").getBytes(StandardCharsets.UTF_8));
          Thread.sleep(PAUSE);
        } else {
          out.write(": ping\n\n".getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits for a change.
  ///
  /// @return whether there was one before it has been silent for too long
  private synchronized boolean awaitNewer(long seen) throws InterruptedException {
    long end = System.nanoTime() + SILENCE.toNanos();
    for (long left = SILENCE.toMillis(); version <= seen && left > 0; ) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return version > seen;
  }
}
