package dev.tiller.teams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.ThreadMessage;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/// Reads a message as Microsoft Graph v1.0 has it (`chatMessage`).
final class TeamsChatMessage {

  private TeamsChatMessage() {}

  /// @param app the bot's app id
  static ThreadMessage told(JsonNode message, String app) {
    var application = message.path("from").path("application");
    return new ThreadMessage(
        message.path("id").asText(),
        author(message),
        application.path("id").asText().equals(app),
        time(message),
        text(message),
        TeamsFiles.of(message.path("attachments")));
  }

  /// Who wrote it; may be an application.
  static Person author(JsonNode message) {
    var from = message.path("from");
    var who = from.path("user").isObject() ? from.path("user") : from.path("application");
    var id = who.path("id").asText("").isBlank() ? "unknown" : who.path("id").asText();
    var name = who.path("displayName").asText("");
    return new Person(id, id, name.isBlank() ? "somebody" : name);
  }

  /// What it says.
  static String text(JsonNode message) {
    var body = message.path("body");
    var content = body.path("content").asText();
    return body.path("contentType").asText().equals("html") ? TeamsHtml.text(content) : content;
  }

  private static Instant time(JsonNode message) {
    try {
      return Instant.parse(message.path("createdDateTime").asText());
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }
}
