package dev.tiller.app.standin.cursor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Something an agent is seen to do in its run's stream.
public sealed interface Step {

  /// Words to the person, streamed one by one.
  record Words(String text) implements Step {}

  /// Thoughts, streamed word by word.
  record Thought(String text) implements Step {}

  /// One state of a tool call; calls with the same id belong together.
  ///
  /// @param name as on the wire, such as `read_file`
  /// @param result absent while the tool runs
  record ToolCall(
      String callId, String name, Map<String, Object> args, Optional<Map<String, Object>> result)
      implements Step {

    public ToolCall {
      args = ordered(args);
      result = result.map(ToolCall::ordered);
    }

    private static Map<String, Object> ordered(Map<String, Object> map) {
      return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
  }
}
