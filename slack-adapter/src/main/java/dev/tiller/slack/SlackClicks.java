package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChoiceQuery;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Person;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Maps what people do with the bot's buttons and menus (interactivity `block_actions` and
/// `block_suggestion`) to what the core reads.
final class SlackClicks {

  /// Nobody types more to find an entry.
  private static final int LONGEST_SEARCH = 200;

  private SlackClicks() {}

  /// A click.
  ///
  /// @param form whether it asks for a form rather than for something to be done
  /// @param outsider whether nothing may come of it
  record Click(Action action, boolean form, boolean outsider) {}

  /// A click on a button or a choice from a menu, on one of the bot's messages or its Home
  /// (`block_actions`); empty for elements that are not ours or have no key, as links have none,
  /// and when nothing was chosen.
  ///
  /// @param guests who is known to be a guest or a stranger, by user id
  static Optional<Click> click(JsonObject payload, Predicate<String> guests) {
    var used = used(payload);
    var actor = actor(payload);
    return used.isEmpty() || actor.isEmpty()
        ? Optional.empty()
        : place(payload, actor.get())
            .map(there ->
                new Action(there, actor.get(), used.get().key(), card(payload), used.get().value()))
            .map(action -> new Click(action, used.get().form(), isOutsider(payload, guests)));
  }

  /// What somebody types into a menu of a message or of Home, or into a field of a form
  /// (`block_suggestion`); empty for menus that are not ours, and for outsiders, who get to see
  /// nothing of what there is.
  ///
  /// @param guests who is known to be a guest or a stranger, by user id
  static Optional<ChoiceQuery> query(JsonObject payload, Predicate<String> guests) {
    var id = Json.text(payload, "action_id").orElse("");
    var actor = actor(payload);
    if (actor.isEmpty() || isOutsider(payload, guests)) {
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

  /// Who clicked, searched, sent a form or chose from a message's menu, outsiders as well. The
  /// payload has a login name, not what people are called.
  static Optional<Person> actor(JsonObject payload) {
    return id(payload, "user").map(id -> new Person(id, id, id));
  }

  /// Whether who acted is known to be a guest or of another organisation.
  ///
  /// @param guests who is known to be a guest or a stranger, by user id
  static boolean isOutsider(JsonObject payload, Predicate<String> guests) {
    return isFromOutside(payload) || id(payload, "user").filter(guests).isPresent();
  }

  /// A button or a menu that was used.
  private record Used(ActionKey key, Optional<String> value, boolean form) {}

  private static Optional<Used> used(JsonObject payload) {
    return Json.objects(payload, "actions").stream()
        .flatMap(action -> usedOf(action).stream())
        .findFirst();
  }

  private static Optional<Used> usedOf(JsonObject action) {
    var id = Json.text(action, "action_id").orElse("");
    if (id.startsWith(SlackChoices.MENU)) {
      var chosen = SlackChoices.chosen(action);
      return ActionKey.parse(id.substring(SlackChoices.MENU.length()))
          .filter(_ -> chosen.isPresent())
          .map(key -> new Used(key, chosen, false));
    }
    if (id.equals(SlackMore.MORE)) {
      return SlackMore.chosen(action)
          .flatMap(entry -> pressed(entry, keyIn(entry, SlackButtons.PRESS, SlackButtons.FORM)));
    }
    return pressed(id, Json.text(action, "value"));
  }

  /// The use of a button.
  ///
  /// @param kind begins with what a click on it does
  private static Optional<Used> pressed(String kind, Optional<String> key) {
    boolean form = kind.startsWith(SlackButtons.FORM);
    return form || kind.startsWith(SlackButtons.PRESS)
        ? key.flatMap(ActionKey::parse).map(its -> new Used(its, Optional.empty(), form))
        : Optional.empty();
  }

  private static Optional<String> keyIn(String entry, String... kinds) {
    return Stream.of(kinds)
        .filter(entry::startsWith)
        .map(kind -> entry.substring(kind.length()))
        .findFirst();
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
  static boolean isFromOutside(JsonObject payload) {
    return Json.text(Json.object(payload, "user"), "team_id")
        .filter(team -> isAnother(payload, team))
        .isPresent();
  }

  /// Whether a team is neither the workspace nor the organisation that the payload is for.
  static boolean isAnother(JsonObject payload, String team) {
    var home = Json.object(payload, "team");
    var own =
        Stream.of(
            Json.text(home, "id"), id(payload, "enterprise"), Json.text(home, "enterprise_id"));
    return Json.text(home, "id").isPresent()
        && own.flatMap(Optional::stream).noneMatch(team::equals);
  }

  /// The id of one of the payload's objects.
  static Optional<String> id(JsonObject payload, String name) {
    return Json.text(Json.object(payload, name), "id");
  }
}
