package dev.tiller.app.standin.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.List;

/// The latest calls of a service's API, oldest first, for tests to read. Thread-safe and bounded.
public final class Calls {

  private static final int CAPACITY = 1000;

  private final ArrayDeque<Call> calls = new ArrayDeque<>();

  /// A call that was answered, or whose answer was lost.
  ///
  /// @param operation as in [Faults#next]
  /// @param path with the query
  /// @param body as it came, secrets hidden and files left out
  /// @param status of the answer
  public record Call(String operation, String path, String body, int status, String answer) {

    /// The body's JSON; an empty object when it has none.
    public ObjectNode json() {
      return Json.parseObject(body).orElseGet(Json::object);
    }
  }

  synchronized void add(Call call) {
    calls.add(call);
    if (calls.size() > CAPACITY) {
      calls.removeFirst();
    }
  }

  /// All calls that are kept.
  public synchronized List<Call> all() {
    return List.copyOf(calls);
  }

  /// The calls of one operation.
  public List<Call> of(String operation) {
    return all().stream().filter(call -> call.operation().equals(operation)).toList();
  }
}
