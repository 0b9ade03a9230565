package dev.tiller.core.cursor.v1;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.core.agents.RunEvent;
import dev.tiller.core.cursor.CursorJson;
import dev.tiller.core.cursor.CursorText;
import dev.tiller.core.cursor.sse.SseEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads the frames of one connection to a run's stream (Cursor API v1, run stream). Uses the
/// simplified frames; each `interaction_update` repeats one of them in more detail and is skipped.
final class RunEvents {

  private static final int CALLS_REMEMBERED = 200;
  private static final int STEPS_OF_A_CALL = 2;

  private final Map<String, Told> calls =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
          return size() > CALLS_REMEMBERED;
        }
      };

  /// What was told of a tool call: its last words and how often they changed.
  private record Told(String text, int times) {}

  /// What a frame tells. Empty for those that only repeat another.
  Optional<RunEvent> of(SseEvent frame) {
    var cursor = Optional.of(frame.lastEventId()).filter(id -> !id.isEmpty());
    var data = CursorJson.tree(frame.data());
    return Optional.ofNullable(
        switch (frame.type()) {
          case "interaction_update" -> null;
          case "status" ->
              new RunEvent.Status(CursorText.state(data.path("status").asText()), cursor);
          case "assistant" -> said(data, cursor);
          case "tool_call" -> toolCall(data, cursor);
          case "thinking", "heartbeat" -> new RunEvent.Heartbeat(cursor);
          case "result" -> new RunEvent.MayHaveEnded(cursor);
          default -> new RunEvent.Unrecognized(CursorText.line(frame.type(), 64), cursor);
        });
  }

  private static RunEvent said(JsonNode data, Optional<String> cursor) {
    var text = data.path("text").asText();
    return text.isEmpty() ? new RunEvent.Heartbeat(cursor) : new RunEvent.Said(text, cursor);
  }

  /// A call comes in several frames while its arguments grow. It is told when they say something,
  /// again when they change, no more than twice until it is complete.
  private RunEvent toolCall(JsonNode data, Optional<String> cursor) {
    var tool = data.path("name").asText();
    var args = data.path("args");
    var complete = data.path("status").asText().equals("completed");
    var text = StepWords.of(tool, args);
    var call = data.path("callId").asText();
    var told = calls.getOrDefault(call, new Told("", 0));
    var tooEarly = StepWords.incomplete(tool, args) || told.times() >= STEPS_OF_A_CALL;
    if (told.text().equals(text) || (tooEarly && !complete)) {
      return new RunEvent.Heartbeat(cursor);
    }
    calls.put(call, new Told(text, told.times() + 1));
    return new RunEvent.Step(text, cursor);
  }
}
