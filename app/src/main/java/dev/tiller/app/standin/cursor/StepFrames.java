package dev.tiller.app.standin.cursor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Turns what an agent does into frames: each simplified event, then its `interaction_update` twin
/// with the same id (Cursor API v1, Oct 2026, run stream; update types of the SDK 1.0.32).
final class StepFrames {

  private static final Pattern WORD_START = Pattern.compile("(?<=\\s)(?=\\S)");
  private static final String UPDATE = "interaction_update";

  private final Supplier<String> ids;

  StepFrames(Supplier<String> ids) {
    this.ids = ids;
  }

  List<Frame> of(Step step) {
    return switch (step) {
      case Step.Words(var text) -> deltas("assistant", "text-delta", text);
      case Step.Thought(var text) -> {
        var frames = deltas("thinking", "thinking-delta", text);
        frames.add(
            update(Json.map("type", "thinking-completed", "thinkingDurationMs", text.length())));
        yield frames;
      }
      case Step.ToolCall call -> toolCall(call);
    };
  }

  /// The prompt, which begins every run's stream.
  Frame prompt(String agentId, String text) {
    var message = Json.map("type", "user_message", "session_id", agentId);
    message.put("text", text);
    return update(Json.map("type", "user-message-appended", "userMessage", message));
  }

  /// What follows the last step up to `done`. A cancelled run just has its result.
  List<Frame> ending(Agent agent, Run run) {
    var last = new ArrayList<Frame>();
    run.result().ifPresent(text -> last.addAll(of(new Step.Words(text))));
    if (run.status() != RunStatus.CANCELLED) {
      last.add(turnEnded(Usage.of(run)));
      last.add(Frame.status(run.id(), run.status().name()));
    }
    last.add(Frame.of(ids.get(), "result", V1Wire.result(agent, run)));
    return last;
  }

  private Frame turnEnded(Usage usage) {
    var tokens = Json.map("inputTokens", usage.input(), "outputTokens", usage.output());
    tokens.put("cacheReadTokens", usage.cacheRead());
    tokens.put("cacheWriteTokens", usage.cacheWrite());
    return update(Json.map("type", "turn-ended", "usage", tokens));
  }

  /// An update without a simplified event.
  private Frame update(Map<String, Object> data) {
    return Frame.of(ids.get(), UPDATE, data);
  }

  private List<Frame> deltas(String event, String type, String text) {
    var frames = new ArrayList<Frame>();
    for (var word : WORD_START.splitAsStream(text).toList()) {
      frames.addAll(twins(event, Map.of("text", word), Json.map("type", type, "text", word)));
    }
    return frames;
  }

  private List<Frame> toolCall(Step.ToolCall call) {
    if (call.result().isPresent()) {
      return tool(call, "completed", true, "tool-call-completed");
    }
    var frames = new ArrayList<>(tool(call, "running", false, "tool-call-started"));
    frames.addAll(tool(call, "running", true, "partial-tool-call"));
    return frames;
  }

  /// @param whole with the arguments, which grow from frame to frame
  private List<Frame> tool(Step.ToolCall call, String status, boolean whole, String type) {
    var data = Json.map("callId", call.callId(), "name", call.name());
    data.put("status", status);
    if (whole) {
      data.put("args", call.args());
    }
    call.result().ifPresent(value -> data.put("result", Map.of("success", value)));
    var update = Json.map("type", type, "callId", call.callId());
    update.put("modelCallId", "model_" + call.callId());
    update.put("toolCall", sdkCall(call));
    return twins("tool_call", data, update);
  }

  private List<Frame> twins(String event, Map<String, Object> data, Map<String, Object> update) {
    var id = ids.get();
    return List.of(Frame.of(id, event, data), Frame.of(id, UPDATE, update));
  }

  /// The SDK has its own names for some tools and shows the others as calls of an MCP tool.
  private static Map<String, Object> sdkCall(Step.ToolCall call) {
    var type =
        switch (call.name()) {
          case "read_file" -> "read";
          case "edit_file" -> "edit";
          case "run_terminal_cmd" -> "shell";
          case "grep_search" -> "grep";
          default -> "mcp";
        };
    var sdk = new LinkedHashMap<String, Object>();
    sdk.put("type", type);
    sdk.put(
        "args",
        type.equals("mcp") ? Json.map("toolName", call.name(), "args", call.args()) : call.args());
    call.result()
        .ifPresent(value -> sdk.put("result", Json.map("status", "success", "value", value)));
    return sdk;
  }
}
