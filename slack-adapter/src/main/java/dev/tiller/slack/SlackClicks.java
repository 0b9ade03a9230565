package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChoiceQuery;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Person;
import java.util.Optional;

/// Maps what people do with the bot's buttons and menus (interactivity `block_actions` and
/// `block_suggestion`) to what the core reads.
final class SlackClicks {

  /// Nobody types more to find an entry.
  private static final int LONGEST_SEARCH = 200;

  private SlackClicks() {}

  /// A click on a button or a choice from a menu, on one of the bot's messages or its Home
  /// (`block_actions`); empty when there is no key, as link buttons have none, and when nothing was
  /// chosen.
  static Optional<Action> action(JsonObject payload) {
    var used = used(payload);
    var actor = actor(payload);
    return used.isEmpty() || actor.isEmpty()
        ? Optional.empty()
        : place(payload, actor.get())
            .map(there ->
                new Action(
                    there, actor.get(), used.get().key(), card(payload), used.get().value()));
  }

  /// What somebody types into a menu of a message or of Home, or into a field of a form
  /// (`block_suggestion`); empty for menus that are not ours.
  static Optional<ChoiceQuery> query(JsonObject payload) {
    var id = Json.text(payload, "action_id").orElse("");
    var actor = actor(payload);
    if (actor.isEmpty()) {
      return Optional.empty();
    }
    if (!id.startsWith(SlackChoices.MENU)) {
      return SlackForms.query(payload, actor.get(), typed(payload));
    }
    var key = ActionKey.parse(id.substring(SlackChoices.MENU.length()));
    return key.isEmpty()
        ? Optional.empty()
        : place(payload, actor.get())
            .map(there -> new ChoiceQuery(there, actor.get(), key.get(), "", typed(payload)));
  }

  /// Who clicked, searched or sent a form; nobody when it was someone of another organisation. The
  /// payload has a login name, not what people are called.
  static Optional<Person> actor(JsonObject payload) {
    return isFromOutside(payload)
        ? Optional.empty()
        : id(payload, "user").map(id -> new Person(id, id, id));
  }

  /// A button or a menu that was used.
  private record Used(ActionKey key, Optional<String> value) {}

  private static Optional<Used> used(JsonObject payload) {
    return Json.objects(payload, "actions").stream()
        .flatMap(action -> usedOf(action).stream())
        .findFirst();
  }

  private static Optional<Used> usedOf(JsonObject action) {
    var id = Json.text(action, "action_id").orElse("");
    if (!id.startsWith(SlackChoices.MENU)) {
      return Json.text(action, "value")
          .flatMap(ActionKey::parse)
          .map(key -> new Used(key, Optional.empty()));
    }
    var chosen = SlackChoices.chosen(action);
    return chosen.isEmpty()
        ? Optional.empty()
        : ActionKey.parse(id.substring(SlackChoices.MENU.length()))
            .map(key -> new Used(key, chosen));
  }

  /// Where it happened: the message's thread, or the person's Home.
  private static Optional<Address> place(JsonObject payload, Person actor) {
    var message = Json.object(payload, "message");
    var container = Json.object(payload, "container");
    if (SlackHome.isHome(Json.object(payload, "view"))) {
      return id(payload, "team").map(team -> SlackHome.address(team, actor));
    }
    return SlackEvents.address(
        Json.text(message, "team").or(() -> id(payload, "team")),
        id(payload, "channel").or(() -> Json.text(container, "channel_id")),
        Json.text(message, "thread_ts")
            .or(() -> Json.text(container, "thread_ts"))
            .or(() -> ts(payload)));
  }

  private static Optional<MessageRef> card(JsonObject payload) {
    return ts(payload).map(MessageRef::new);
  }

  private static Optional<String> ts(JsonObject payload) {
    return Json.text(Json.object(payload, "message"), "ts")
        .or(() -> Json.text(Json.object(payload, "container"), "message_ts"));
  }

  private static String typed(JsonObject payload) {
    var typed = Json.text(payload, "value").orElse("");
    return typed.substring(0, Math.min(typed.length(), LONGEST_SEARCH));
  }

  /// Whether another organisation's member acted, as is possible in a channel shared with it.
  private static boolean isFromOutside(JsonObject payload) {
    var team = Json.text(Json.object(payload, "user"), "team_id");
    return team.isPresent()
        && id(payload, "team").isPresent()
        && !team.equals(id(payload, "team"))
        && !team.equals(id(payload, "enterprise"))
        && !team.equals(Json.text(Json.object(payload, "team"), "enterprise_id"));
  }

  private static Optional<String> id(JsonObject payload, String name) {
    return Json.text(Json.object(payload, name), "id");
  }
}
