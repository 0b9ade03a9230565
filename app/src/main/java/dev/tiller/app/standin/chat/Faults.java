package dev.tiller.app.standin.chat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/// Troubles that a test has ordered for coming calls of a service's operations. Thread-safe.
public final class Faults {

  private final Map<String, Queue<Fault>> ordered = new HashMap<>();

  /// What goes wrong with a call.
  public sealed interface Fault {

    /// The call has no effect and is answered so.
    record Answer(int status, String contentType, String body, Map<String, String> headers)
        implements Fault {

      /// A JSON answer without further headers.
      public static Answer json(int status, String body) {
        return new Answer(status, "application/json", body, Map.of());
      }
    }

    /// The call takes effect; the connection breaks before the answer has arrived.
    record LoseAnswer() implements Fault {}

    /// The call goes its way after a while.
    record Delay(Duration duration) implements Fault {}
  }

  /// Orders a fault for the next calls of an operation, after those ordered before.
  ///
  /// @param operation Slack: the method, such as `chat.postMessage`; Teams: the connector's
  ///   operation, such as `sendActivity`
  public synchronized void next(String operation, int times, Fault fault) {
    var queue = ordered.computeIfAbsent(operation, _ -> new ArrayDeque<>());
    for (int i = 0; i < times; i++) {
      queue.add(fault);
    }
  }

  /// Takes the fault of a call that has arrived.
  synchronized Optional<Fault> take(String operation) {
    return Optional.ofNullable(ordered.get(operation)).map(Queue::poll);
  }
}
