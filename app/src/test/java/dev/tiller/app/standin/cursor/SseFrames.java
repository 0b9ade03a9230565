package dev.tiller.app.standin.cursor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;

/// Takes event streams apart, no more leniently than the service writes them.
final class SseFrames {

  private SseFrames() {}

  /// @param id empty when there is no id line
  record Frame(String id, String event, JsonNode data) {}

  static List<Frame> parse(String stream) {
    return Arrays.stream(stream.split("\n\n")).map(SseFrames::frame).toList();
  }

  private static Frame frame(String text) {
    var id = "";
    var event = "";
    var data = "";
    for (var line : text.lines().toList()) {
      var parts = line.split(": ", 2);
      switch (parts[0]) {
        case "id" -> id = parts[1];
        case "event" -> event = parts[1];
        case "data" -> data = parts[1];
        default -> throw new AssertionError("no field of these streams: " + line);
      }
    }
    return new Frame(id, event, CursorClient.json(data));
  }
}
