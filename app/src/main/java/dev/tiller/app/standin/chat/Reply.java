package dev.tiller.app.standin.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// What a stand-in answers to a call.
public record Reply(int status, String contentType, String body, Map<String, String> headers) {

  /// A JSON answer.
  public static Reply json(int status, JsonNode body) {
    return new Reply(status, "application/json; charset=utf-8", body.toString(), Map.of());
  }

  /// An answer without a body.
  public static Reply empty(int status) {
    return new Reply(status, "", "", Map.of());
  }
}
