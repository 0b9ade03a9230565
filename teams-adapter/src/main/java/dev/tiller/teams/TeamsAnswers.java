package dev.tiller.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.Receipt;
import dev.tiller.core.chat.WebResponse;

/// Answers to the requests that Teams waits for (invoke activities).
final class TeamsAnswers {

  private TeamsAnswers() {}

  /// To `adaptiveCard/action`: the note is shown to the one who clicked. Without one the answer is
  /// an empty message, which leaves the card as it is and shows nothing.
  static WebResponse toClick(Receipt receipt) {
    return ok(
        TeamsJson.object()
            .put("statusCode", 200)
            .put("type", "application/vnd.microsoft.activity.message")
            .put("value", receipt.note().orElse("")));
  }

  /// To `task/fetch` and `composeExtension/fetchTask`.
  static WebResponse toOpening(Ask.Answer answer) {
    return switch (answer) {
      case Ask.Answer.Open(var form) -> task("continue", TeamsForms.dialog(form));
      case Ask.Answer.Refuse(var reason) -> said(reason);
    };
  }

  /// To `task/submit` and `composeExtension/submitAction`: the note takes the form's place; without
  /// one the dialog closes.
  static WebResponse toSubmission(Receipt receipt) {
    return receipt.note().map(TeamsAnswers::said).orElse(WebResponse.empty(200));
  }

  /// Closes a dialog, or does not open it, with a sentence.
  static WebResponse said(String sentence) {
    var task = TeamsJson.object();
    task.putObject("task").put("type", "message").put("value", sentence);
    return ok(task);
  }

  private static WebResponse task(String type, ObjectNode value) {
    var task = TeamsJson.object();
    task.putObject("task").put("type", type).set("value", value);
    return ok(task);
  }

  private static WebResponse ok(ObjectNode json) {
    return WebResponse.json(200, json.toString());
  }
}
