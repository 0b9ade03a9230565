package dev.tiller.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/// What Slack sends through a socket (Slack, "Using Socket Mode", 2026).
sealed interface SocketFrame {

  /// The connection is ready.
  record Hello() implements SocketFrame {}

  /// The connection is about to end.
  record Disconnect(String reason) implements SocketFrame {}

  /// Something to be acknowledged.
  ///
  /// @param id goes into the acknowledgement
  /// @param type `events_api`, `interactive`, `slash_commands` or what is yet to come
  /// @param answerable whether the acknowledgement may carry an answer
  /// @param body as it would be over HTTP; absent for what is only acknowledged
  record Envelope(String id, String type, boolean answerable, Optional<String> body)
      implements SocketFrame {

    /// The acknowledgement.
    ///
    /// @param answer JSON; empty for none
    String acknowledgement(String answer) {
      var frame = new JsonObject();
      frame.addProperty("envelope_id", id);
      if (answerable) {
        Json.parse(answer).ifPresent(payload -> frame.add("payload", payload));
      }
      return frame.toString();
    }
  }

  /// Nothing that could be answered.
  record Unknown() implements SocketFrame {}

  static SocketFrame of(String text) {
    return Json.parse(text).map(SocketFrame::of).orElseGet(Unknown::new);
  }

  private static SocketFrame of(JsonObject frame) {
    var type = Json.text(frame, "type").orElse("");
    return switch (type) {
      case "hello" -> new Hello();
      case "disconnect" -> new Disconnect(Json.text(frame, "reason").orElse("no_reason"));
      default ->
          Json.text(frame, "envelope_id")
              .<SocketFrame>map(id -> envelope(id, type, frame))
              .orElseGet(Unknown::new);
    };
  }

  private static Envelope envelope(String id, String type, JsonObject frame) {
    var payload =
        Json.has(frame, "payload")
            ? Optional.of(Json.object(frame, "payload"))
            : Optional.<JsonObject>empty();
    var body = payload.flatMap(its -> body(type, its));
    return new Envelope(id, type, Json.isTrue(frame, "accepts_response_payload"), body);
  }

  private static Optional<String> body(String type, JsonObject payload) {
    return switch (type) {
      case "events_api" -> Optional.of(payload.toString());
      case "interactive" -> Optional.of("payload=" + encoded(payload.toString()));
      case "slash_commands" -> Optional.of(form(payload));
      default -> Optional.empty();
    };
  }

  private static String form(JsonObject payload) {
    return payload.entrySet().stream()
        .filter(field -> field.getValue().isJsonPrimitive())
        .map(field -> encoded(field.getKey()) + "=" + encoded(text(field.getValue())))
        .collect(Collectors.joining("&"));
  }

  private static String text(JsonElement value) {
    return value.getAsString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
