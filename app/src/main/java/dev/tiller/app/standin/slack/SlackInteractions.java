package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.slack.SlackWorld.Channel;
import dev.tiller.app.standin.slack.SlackWorld.User;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What Slack tells the bot of clicks and forms (interaction payloads).
final class SlackInteractions {

  private SlackInteractions() {}

  /// Where a click happened and what it may be used for.
  record Click(User person, Channel channel, SlackMessage message, String trigger, String url) {}

  /// A click on an element of a message.
  ///
  /// @param clicked `action_id`, `block_id` and `value` as the client has them
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
            "actions", Json.array(List.of(action(click.message(), clicked, ts)))));
    return payload;
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
  private static ObjectNode action(SlackMessage message, ObjectNode clicked, String ts) {
    var action = object("type", "button", "text", object("type", "plain_text", "text", ""));
    element(message, clicked).ifPresent(action::setAll);
    action.remove(List.of("url", "confirm", "accessibility_label"));
    Stream.of("action_id", "block_id", "value")
        .filter(clicked::hasNonNull)
        .forEach(name -> action.set(name, clicked.get(name)));
    return action.put("action_ts", ts);
  }

  private static Optional<ObjectNode> element(SlackMessage message, ObjectNode clicked) {
    return message.blocks().stream()
        .flatMap(blocks -> blocks.valueStream())
        .filter(block -> block.path("block_id").equals(clicked.path("block_id")))
        .flatMap(block ->
            Stream.concat(block.path("elements").valueStream(), Stream.of(block.path("accessory"))))
        .filter(element -> element.path("action_id").equals(clicked.path("action_id")))
        .filter(ObjectNode.class::isInstance)
        .map(element -> ((ObjectNode) element).deepCopy())
        .findFirst();
  }
}
