package dev.tiller.app.standin.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.BotClient.Answer;
import dev.tiller.app.standin.chat.ChatStandIn.Submitted;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.slack.SlackWorld.User;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Slack's client as far as it speaks with the app: clicks and forms, and what becomes of the
/// answers.
final class SlackClient {

  private final SlackStore store;
  private final SlackViews views;
  private final Triggers triggers;
  private final ResponseUrls responseUrls;
  private final SlackDelivery delivery;

  SlackClient(
      SlackStore store,
      SlackViews views,
      Triggers triggers,
      ResponseUrls responseUrls,
      SlackDelivery delivery) {
    this.store = store;
    this.views = views;
    this.triggers = triggers;
    this.responseUrls = responseUrls;
    this.delivery = delivery;
  }

  /// Clicks; the client tells when the app did not take it.
  Optional<String> press(User person, SlackMessage message, ObjectNode clicked) {
    var channel = SlackWorld.channel(message.channel()).orElseThrow();
    var url = responseUrls.issue(message, person.id());
    var click =
        new SlackInteractions.Click(person, channel, message, triggers.issue(person.id()), url);
    var answer =
        delivery.interaction(SlackInteractions.blockActions(click, clicked, store.nextTs()));
    return complaint(answer);
  }

  /// Sends a form.
  Submitted submit(User person, SlackForm form, Map<String, String> values) {
    var problems = FormState.problems(form.view(), values);
    if (!problems.isEmpty()) {
      views.put(form.withErrors(problems));
      return Submitted.wrong(problems);
    }
    var view = FormState.filled(form.view(), values);
    var answer =
        delivery.interaction(
            SlackInteractions.viewSubmission(person, view, triggers.issue(person.id())));
    complaint(answer)
        .ifPresent(complaint -> {
          throw Refusal.conflict(complaint);
        });
    return obey(form, ((Answer.Answered) answer).body());
  }

  /// Closes a form and says so to the app if it asked for that.
  void dismiss(User person, SlackForm form) {
    views.close(form);
    if (form.view().path("notify_on_close").asBoolean()) {
      delivery.interaction(SlackInteractions.viewClosed(person, form.view()));
    }
  }

  /// Does what the answer to a submission says (`response_action`).
  private Submitted obey(SlackForm form, String body) {
    var answer = Json.parseObject(body).orElseGet(Json::object);
    switch (answer.path("response_action").asText()) {
      case "errors" -> {
        var errors = texts(answer.path("errors"));
        views.put(form.withErrors(errors));
        return Submitted.wrong(errors);
      }
      case "update" -> views.replace(form, view(answer));
      case "push" -> views.open(form.person(), view(answer), Optional.of(form));
      case "clear" -> views.closeAll(form.person());
      default -> views.close(form);
    }
    return Submitted.TAKEN;
  }

  private static ObjectNode view(JsonNode answer) {
    try {
      return ViewRules.checked(answer.path("view"));
    } catch (SlackError error) {
      throw Refusal.conflict("The bot answered with a form that Slack would not show: " + error);
    }
  }

  private static Map<String, String> texts(JsonNode object) {
    var texts = new LinkedHashMap<String, String>();
    object.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
    return texts;
  }

  private static Optional<String> complaint(Answer answer) {
    return switch (answer) {
      case Answer.Answered answered when answered.ok() -> Optional.empty();
      case Answer.Answered answered ->
          Optional.of(
              "Slack shows that this did not work: the bot answered " + answered.status() + ".");
      case Answer.TimedOut _ ->
          Optional.of("Slack shows that this did not work: the bot did not answer in time.");
      case Answer.Unreachable _ ->
          Optional.of("Slack shows that this did not work: the bot cannot be reached.");
    };
  }
}
