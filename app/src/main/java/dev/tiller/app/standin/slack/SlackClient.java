package dev.tiller.app.standin.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.BotClient.Answer;
import dev.tiller.app.standin.chat.ChatStandIn.Entry;
import dev.tiller.app.standin.chat.ChatStandIn.Submitted;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.slack.SlackWorld.User;
import java.util.LinkedHashMap;
import java.util.List;
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
  private final SlackMenus menus;

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
    this.menus = new SlackMenus(delivery);
  }

  /// Looks for entries of a message's menu.
  List<Entry> search(User person, SlackMessage message, ObjectNode element, String typed) {
    var channel = SlackWorld.channel(message.channel()).orElseThrow();
    var payload = SlackInteractions.blockSuggestion(person, channel, message, element, typed);
    return entries(menus.search(SlackMenus.Place.of(person.id(), message.ts(), element), payload));
  }

  /// Looks for entries of a menu in a form or in Home.
  List<Entry> search(User person, ObjectNode view, ObjectNode element, String typed) {
    var payload = SlackInteractions.blockSuggestion(person, view, element, typed);
    return entries(menus.search(place(person, view, element), payload));
  }

  private static SlackMenus.Place place(User person, ObjectNode view, JsonNode element) {
    return SlackMenus.Place.of(person.id(), view.path("id").asText(), element);
  }

  private static List<Entry> entries(List<JsonNode> options) {
    return options.stream()
        .map(it -> new Entry(it.path("value").asText(), it.at("/text/text").asText()))
        .toList();
  }

  /// Clicks in Home; the client tells when the app did not take it.
  Optional<String> pressHome(User person, ObjectNode view, ObjectNode clicked) {
    var used =
        chosen(clicked, place(person, view, clicked), Optional.of((ArrayNode) view.path("blocks")));
    var trigger = triggers.issue(person.id());
    var payload = SlackInteractions.homeActions(person, view, used, trigger, store.nextTs());
    return complaint(delivery.interaction(payload));
  }

  /// What a person used, with the whole entry where they chose one.
  private ObjectNode chosen(
      ObjectNode clicked, SlackMenus.Place place, Optional<ArrayNode> blocks) {
    if (!clicked.has("selected_option")) {
      return clicked;
    }
    var value = clicked.at("/selected_option/value").asText();
    var option =
        SlackInteractions.element(blocks, clicked)
            .flatMap(element -> menus.option(place, element, value))
            .orElseThrow(() -> Refusal.invalid("There is no such entry in this menu."));
    return clicked.deepCopy().set("selected_option", option);
  }

  /// Chooses an entry of a message's own menu; the client tells when the app did not take it.
  Optional<String> choose(User person, SlackMessage message, String entry) {
    var payload = SlackInteractions.messageAction(click(person, message), entry, store.nextTs());
    return complaint(delivery.interaction(payload));
  }

  private SlackInteractions.Click click(User person, SlackMessage message) {
    var channel = SlackWorld.channel(message.channel()).orElseThrow();
    var url = responseUrls.issue(message, person.id());
    return new SlackInteractions.Click(
        person, channel, message, triggers.issue(person.id()), url);
  }

  /// Clicks; the client tells when the app did not take it.
  Optional<String> press(User person, SlackMessage message, ObjectNode clicked) {
    var click = click(person, message);
    var place = SlackMenus.Place.of(person.id(), message.ts(), clicked);
    var used = chosen(clicked, place, message.blocks());
    var answer = delivery.interaction(SlackInteractions.blockActions(click, used, store.nextTs()));
    return complaint(answer);
  }

  /// Sends a form.
  Submitted submit(User person, SlackForm form, Map<String, String> values) {
    FormState.Options options = (block, value) -> option(person, form, block, value);
    var problems = FormState.problems(form.view(), values, options);
    if (!problems.isEmpty()) {
      views.put(form.withErrors(problems));
      return Submitted.wrong(problems);
    }
    var view = FormState.filled(form.view(), values, options);
    var answer =
        delivery.interaction(
            SlackInteractions.viewSubmission(person, view, triggers.issue(person.id())));
    complaint(answer)
        .ifPresent(complaint -> {
          throw Refusal.conflict(complaint);
        });
    return obey(form, ((Answer.Answered) answer).body());
  }

  private Optional<JsonNode> option(User person, SlackForm form, JsonNode block, String value) {
    var element = block.path("element");
    var place =
        new SlackMenus.Place(
            person.id(),
            form.id(),
            block.path("block_id").asText(),
            element.path("action_id").asText());
    return menus.option(place, element, value);
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
