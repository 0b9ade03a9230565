package dev.tiller.app.standin.cursor;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// One server-sent event of a run's stream (Cursor API v1, Oct 2026, run stream).
///
/// @param id absent on `status`, `heartbeat`, `error` and `done`
record Frame(Optional<String> id, String event, JsonNode data) {

  static Frame of(String id, String event, Object data) {
    return new Frame(Optional.of(id), event, Json.tree(data));
  }

  static Frame status(String runId, String status) {
    return new Frame(
        Optional.empty(), "status", Json.tree(Json.map("runId", runId, "status", status)));
  }

  static Frame heartbeat() {
    return new Frame(Optional.empty(), "heartbeat", Json.tree(Map.of()));
  }

  static Frame error(String code, String message) {
    return new Frame(
        Optional.empty(), "error", Json.tree(Json.map("code", code, "message", message)));
  }

  static Frame done() {
    return new Frame(Optional.empty(), "done", Json.tree(Map.of()));
  }

  /// Whether it is a `status` that says that the run has ended.
  boolean endsStatus() {
    return event.equals("status") && RunStatus.valueOf(data.path("status").asText()).terminal();
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
