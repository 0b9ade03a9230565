package dev.tiller.app.standin.cursor;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// One server-sent event of a run's stream (Cursor API v1, Oct 2026, run stream).
///
/// @param id absent on `status`, `heartbeat`, `error` and `done`
/// @param data JSON on one line
record Frame(Optional<String> id, String event, String data) {

  static Frame of(String id, String event, Object data) {
    return new Frame(Optional.of(id), event, Json.text(data));
  }

  static Frame status(String runId, String status) {
    return withoutId("status", Json.map("runId", runId, "status", status));
  }

  static Frame heartbeat() {
    return withoutId("heartbeat", Map.of());
  }

  static Frame error(String code, String message) {
    return withoutId("error", Json.map("code", code, "message", message));
  }

  static Frame done() {
    return withoutId("done", Map.of());
  }

  static Frame withoutId(String event, Map<String, Object> data) {
    return new Frame(Optional.empty(), event, Json.text(data));
  }

  /// The same frame, whose data tells another status.
  Frame withStatus(String status) {
    var bytes = data.getBytes(StandardCharsets.UTF_8);
    var changed = FaultyAnswers.changed(bytes, Optional.of(status), false);
    return new Frame(id, event, new String(changed, StandardCharsets.UTF_8));
  }

  /// The frame as it goes over the wire, with the blank line that ends it.
  byte[] bytes() {
    var text = new StringBuilder();
    id.ifPresent(value -> text.append("id: ").append(value).append('\n'));
    text.append("event: ").append(event).append('\n');
    text.append("data: ").append(data).append("\n\n");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
