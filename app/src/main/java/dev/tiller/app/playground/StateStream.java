package dev.tiller.app.playground;

import dev.tiller.app.http.Exchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongFunction;

/// The state as server-sent events: at once, after each change, at most about ten times a second.
final class StateStream {

  private static final Duration PING = Duration.ofSeconds(15);

  private final Changes changes;
  private final LongFunction<String> state;

  /// @param state the state's JSON, given its version
  StateStream(Changes changes, LongFunction<String> state) {
    this.changes = changes;
    this.state = state;
  }

  void serve(Exchange exchange) throws IOException {
    try (var out =
        exchange.startStream(200, "text/event-stream", Map.of("Cache-Control", "no-store"))) {
      follow(out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(OutputStream out) throws IOException, InterruptedException {
    long seen = changes.version();
    send(out, "event: state\ndata: " + state.apply(seen) + "\n\n");
    while (!Thread.currentThread().isInterrupted()) {
      if (changes.await(seen, PING)) {
        Changes.settle();
        seen = changes.version();
        send(out, "event: state\ndata: " + state.apply(seen) + "\n\n");
      } else {
        send(out, ": still here\n\n");
      }
    }
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
