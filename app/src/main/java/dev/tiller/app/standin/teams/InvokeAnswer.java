package dev.tiller.app.standin.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.BotClient.Answer;
import dev.tiller.app.standin.chat.Json;

/// What Teams' client makes of the answer to an invoke.
sealed interface InvokeAnswer {

  /// Nothing to show.
  record Nothing() implements InvokeAnswer {}

  /// Something only the clicker is told; never empty.
  record Note(String text) implements InvokeAnswer {}

  /// The clicker sees another card.
  record Card(JsonNode content) implements InvokeAnswer {}

  /// A dialog opens, or takes the place of the one that was sent.
  ///
  /// @param task `title`, `width`, `height`, `card`
  record Dialog(ObjectNode task) implements InvokeAnswer {}

  InvokeAnswer TROUBLE = new Note("Something went wrong. Please try again.");
  InvokeAnswer UNREACHABLE = new Note("Unable to reach app. Please try again.");

  /// Reads an answer of whatever kind.
  static InvokeAnswer of(Answer answer) {
    return switch (answer) {
      case Answer.Answered answered when answered.ok() -> read(answered.body());
      case Answer.Answered _ -> TROUBLE;
      case Answer.TimedOut _, Answer.Unreachable _ -> UNREACHABLE;
    };
  }

  private static InvokeAnswer read(String body) {
    if (body.isBlank() || body.equals("null")) {
      return new Nothing();
    }
    return Json.parseObject(body)
        .map(InvokeAnswer::answer)
        .orElse(TROUBLE);
  }

  private static InvokeAnswer answer(JsonNode json) {
    if (json.has("statusCode")) {
      return action(json);
    }
    return json.has("composeExtension")
        ? extension(json.path("composeExtension"))
        : task(json.path("task"));
  }

  /// The other answer to `composeExtension/fetchTask` (`MessagingExtensionActionResponse`).
  private static InvokeAnswer extension(JsonNode extension) {
    return extension.path("type").asText().equals("message")
        ? note(extension.path("text"))
        : TROUBLE;
  }

  /// The answer to `adaptiveCard/action` (Adaptive Cards universal actions, invoke response).
  private static InvokeAnswer action(JsonNode json) {
    var value = json.path("value");
    return switch (json.path("type").asText()) {
      case "application/vnd.microsoft.activity.message" -> note(value);
      case CardRules.CONTENT_TYPE ->
          CardRules.problems(value).isEmpty() ? new Card(value) : TROUBLE;
      case "application/vnd.microsoft.error" ->
          new Note(value.path("message").asText("Something went wrong. Please try again."));
      default -> TROUBLE;
    };
  }

  /// The answer to `task/fetch` and `task/submit` (Teams task modules, `TaskModuleResponse`).
  private static InvokeAnswer task(JsonNode task) {
    return switch (task.path("type").asText()) {
      case "" -> new Nothing();
      case "message" -> note(task.path("value"));
      case "continue" -> dialog(task.path("value"));
      default -> TROUBLE;
    };
  }

  private static InvokeAnswer note(JsonNode text) {
    return text.asText().isBlank() ? new Nothing() : new Note(text.asText());
  }

  private static InvokeAnswer dialog(JsonNode value) {
    boolean card = value.at("/card/contentType").asText().equals(CardRules.CONTENT_TYPE);
    return card && CardRules.problems(value.at("/card/content")).isEmpty()
        ? new Dialog((ObjectNode) value)
        : TROUBLE;
  }
}
