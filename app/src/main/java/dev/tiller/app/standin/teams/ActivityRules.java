package dev.tiller.app.standin.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Bodies;
import dev.tiller.app.standin.chat.Json;
import java.util.stream.Collectors;

/// What the connector takes from the bot.
final class ActivityRules {

  /// The largest message, counted as UTF-16, without the pictures in it.
  private static final int MOST_BYTES = 100 * 1024;

  private static final String AI_ENTITY = "https://schema.org/Message";

  private ActivityRules() {}

  /// Reads what the bot sent.
  ///
  /// @throws TeamsError when Teams would not have it
  static ObjectNode read(String body) {
    if (Bodies.withoutFiles(body).length() * 2L > MOST_BYTES) {
      throw new TeamsError(413, "MessageSizeTooBig", "Message size too large.");
    }
    return Json.parseObject(body)
        .orElseThrow(() -> new TeamsError(400, "BadSyntax", "The body is not a JSON object."));
  }

  /// Checks an activity.
  ///
  /// @throws TeamsError when Teams would not have it
  static ObjectNode checked(ObjectNode activity) {
    var type = activity.path("type").asText();
    if (!type.equals("message") && !type.equals("typing")) {
      throw TeamsError.badArgument("Unknown activity type: " + type);
    }
    if (type.equals("message")) {
      checkMessage(activity);
    }
    return activity;
  }

  private static void checkMessage(ObjectNode activity) {
    var attachments = activity.path("attachments");
    if (activity.path("text").asText().isBlank() && attachments.isEmpty()) {
      throw new TeamsError(400, "BadSyntax", "The activity has neither text nor attachments.");
    }
    attachments.forEach(ActivityRules::checkAttachment);
    long labels =
        activity
            .path("entities")
            .valueStream()
            .filter(entity -> entity.path("type").asText().equals(AI_ENTITY))
            .count();
    if (labels > 1) {
      throw TeamsError.badArgument("More than one " + AI_ENTITY + " entity.");
    }
  }

  private static void checkAttachment(JsonNode attachment) {
    if (!attachment.path("contentType").isTextual()) {
      throw TeamsError.badArgument("An attachment has no contentType.");
    }
    if (attachment.path("contentType").asText().equals(CardRules.CONTENT_TYPE)) {
      checkCard(attachment.path("content"));
    }
    if (attachment.has("contentUrl")) {
      var _ = Pictures.of(attachment);
    }
  }

  /// Checks an Adaptive Card.
  ///
  /// @throws TeamsError when Teams would not show it
  static void checkCard(JsonNode card) {
    var problems = CardRules.problems(card);
    if (!problems.isEmpty()) {
      throw TeamsError.badArgument(
          "Malformed Adaptive Card: "
              + problems.stream()
                  .map(problem -> problem.what() + " at '" + problem.at() + "'")
                  .collect(Collectors.joining("; ")));
    }
  }
}
