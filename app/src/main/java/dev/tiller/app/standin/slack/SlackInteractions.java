package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.slack.SlackWorld.Channel;
import dev.tiller.app.standin.slack.SlackWorld.User;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What Slack tells the bot of clicks and forms (interaction payloads).
final class SlackInteractions {

  /// What an element has for the client alone.
  private static final List<String> UNTOLD =
      List.of(
          "url", "confirm", "accessibility_label", "options", "min_query_length", "focus_on_load");

  private SlackInteractions() {}

  /// Where a click happened and what it may be used for.
  record Click(User person, Channel channel, SlackMessage message, String trigger, String url) {}

  /// A click on an element of a message.
  ///
  /// @param clicked `action_id`, `block_id`, and `value` or `selected_option`, as the client has
  ///   them
  static ObjectNode blockActions(Click click, ObjectNode clicked, String ts) {
    var payload = common("block_actions", click.person());
    var ephemeral = click.message().onlyFor().isPresent();
    payload.setAll(
        object(
            "container", container(click.message(), ephemeral),
            "trigger_id", click.trigger(),
            "channel", channel(click.channel()),
            "message", ephemeral ? Optional.empty() : SlackJson.withMetadata(click.message()),
            "state", object("values", object()),
            "response_url", click.url(),
            "actions", Json.array(List.of(action(click.message().blocks(), clicked, ts)))));
    return payload;
  }

  /// An entry of a message's own menu (`message_action`).
  ///
  /// @param entry its `callback_id`
  static ObjectNode messageAction(Click click, String entry, String ts) {
    return common("message_action", click.person())
        .setAll(
            object(
                "callback_id", entry,
                "trigger_id", click.trigger(),
                "response_url", click.url(),
                "action_ts", ts,
                "message_ts", click.message().ts(),
                "channel", channel(click.channel()),
                "message", SlackJson.withMetadata(click.message())));
  }

  /// A click on an element of Home.
  ///
  /// @param clicked as for messages
  static ObjectNode homeActions(
      User person, ObjectNode view, ObjectNode clicked, String trigger, String ts) {
    var payload = common("block_actions", person);
    payload.setAll(
        object(
            "container", viewContainer(view),
            "trigger_id", trigger,
            "view", view,
            "state", object("values", object()),
            "actions",
                Json.array(
                    List.of(action(Optional.of((ArrayNode) view.path("blocks")), clicked, ts)))));
    return payload;
  }

  /// What somebody types into a menu of a message.
  ///
  /// @param element its `action_id` and `block_id`
  static ObjectNode blockSuggestion(
      User person, Channel channel, SlackMessage message, JsonNode element, String typed) {
    var payload = suggestion(person, element, typed);
    boolean ephemeral = message.onlyFor().isPresent();
    payload.setAll(
        object(
            "container", container(message, ephemeral),
            "channel", channel(channel),
            "message", ephemeral ? Optional.empty() : SlackJson.message(message)));
    return payload;
  }

  /// What somebody types into a menu of a form or of Home.
  static ObjectNode blockSuggestion(User person, ObjectNode view, JsonNode element, String typed) {
    var payload = suggestion(person, element, typed);
    return payload.setAll(object("container", viewContainer(view), "view", view));
  }

  private static ObjectNode suggestion(User person, JsonNode element, String typed) {
    return common("block_suggestion", person)
        .setAll(
            object(
                "action_id", element.path("action_id"),
                "block_id", element.path("block_id"),
                "value", typed));
  }

  private static ObjectNode viewContainer(ObjectNode view) {
    return object("type", "view", "view_id", view.path("id"));
  }

  /// A form that was sent.
  static ObjectNode viewSubmission(User person, ObjectNode view, String trigger) {
    var payload = common("view_submission", person);
    payload.setAll(object("trigger_id", trigger, "view", view, "response_urls", List.of()));
    return payload;
  }

  /// A form that was closed, for views that want to know.
  static ObjectNode viewClosed(User person, ObjectNode view) {
    return common("view_closed", person).<ObjectNode>set("view", view).put("is_cleared", false);
  }

  private static ObjectNode common(String type, User person) {
    var user =
        object(
            "id", person.id(),
            "username", person.handle(),
            "name", person.handle(),
            "team_id", SlackWorld.TEAM);
    var payload =
        object(
            "type",
            type,
            "user",
            user,
            "api_app_id",
            SlackWorld.tillerBot().app(),
            "token",
            "verification-token",
            "team",
            object("id", SlackWorld.TEAM, "domain", SlackWorld.DOMAIN),
            "is_enterprise_install",
            false);
    return payload.putNull("enterprise");
  }

  private static ObjectNode container(SlackMessage message, boolean ephemeral) {
    return object(
        "type", "message",
        "message_ts", message.ts(),
        "channel_id", message.channel(),
        "is_ephemeral", ephemeral,
        "thread_ts", message.thread());
  }

  private static ObjectNode channel(Channel channel) {
    return object(
        "id", channel.id(), "name", channel.isDirect() ? "directmessage" : channel.name());
  }

  /// The element as the message has it; as the client has it when the message has changed since.
  private static ObjectNode action(Optional<ArrayNode> blocks, ObjectNode clicked, String ts) {
    var action =
        element(blocks, clicked)
            .orElseGet(
                () -> object("type", "button", "text", object("type", "plain_text", "text", "")));
    action.remove(UNTOLD);
    Stream.of("action_id", "block_id", "value", "selected_option")
        .filter(clicked::hasNonNull)
        .forEach(name -> action.set(name, clicked.get(name)));
    return action.put("action_ts", ts);
  }

  /// The element that a person used, if it is still there.
  static Optional<ObjectNode> element(Optional<ArrayNode> blocks, JsonNode clicked) {
    return blocks.stream()
        .flatMap(ArrayNode::valueStream)
        .filter(block -> block.path("block_id").equals(clicked.path("block_id")))
        .flatMap(block ->
            Stream.concat(block.path("elements").valueStream(), Stream.of(block.path("accessory"))))
        .filter(element -> element.path("action_id").equals(clicked.path("action_id")))
        .filter(ObjectNode.class::isInstance)
        .map(element -> ((ObjectNode) element).deepCopy())
        .findFirst();
  }
}
