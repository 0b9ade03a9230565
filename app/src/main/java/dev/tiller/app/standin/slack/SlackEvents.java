package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.slack.SlackStore.Change;
import dev.tiller.app.standin.slack.SlackWorld.Channel;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What Slack tells the bot of what happens in channels (Events API, `event_callback`). The bot is
/// taken to be subscribed to `app_mention`, `message.channels`, `message.im`, `reaction_added`,
/// `reaction_removed`, `app_home_opened` and `member_joined_channel`.
final class SlackEvents {

  private final SlackStore store;
  private final InstantSource clock;

  SlackEvents(SlackStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// A new message: `message`, and `app_mention` beside it for a mention in a channel, without what
  /// it says of files.
  List<ObjectNode> posted(SlackMessage message) {
    var channel = channel(message);
    var event = base(message);
    var events = new ArrayList<ObjectNode>();
    if (mentions(message, channel)) {
      var mention = event.deepCopy().put("type", "app_mention");
      events.add(envelope(mention.without(List.of("files", "upload", "subtype")), channel));
    }
    events.add(envelope(event.put("channel_type", channel.eventType()), channel));
    return events;
  }

  /// An edited message: `message_changed`, and `app_mention` again when the bot is mentioned.
  List<ObjectNode> edited(Change change) {
    var message = change.after();
    var channel = channel(message);
    var events = new ArrayList<ObjectNode>();
    if (mentions(message, channel)) {
      var mention = base(message).put("type", "app_mention");
      message.edited().ifPresent(at -> mention.put("event_ts", at));
      events.add(envelope(mention, channel));
    }
    events.add(envelope(changed(change, channel), channel));
    return events;
  }

  /// A message that is gone: `message_deleted`.
  List<ObjectNode> deleted(SlackMessage message) {
    var channel = channel(message);
    var ts = store.nextTs();
    var event =
        object(
            "type",
            "message",
            "subtype",
            "message_deleted",
            "previous_message",
            listed(message),
            "deleted_ts",
            message.ts(),
            "hidden",
            true,
            "channel",
            message.channel(),
            "ts",
            ts,
            "event_ts",
            ts,
            "channel_type",
            channel.eventType());
    return List.of(envelope(event, channel));
  }

  /// Somebody opened the app's Home (`app_home_opened`).
  ///
  /// @param view what they see there; absent before the app has shown anything
  ObjectNode homeOpened(SlackWorld.User person, Optional<ObjectNode> view) {
    return opened(person, "home", view);
  }

  /// Somebody looks at their direct messages with the bot (`app_home_opened`).
  ObjectNode chatOpened(SlackWorld.User person) {
    return opened(person, "messages", Optional.empty());
  }

  private ObjectNode opened(SlackWorld.User person, String tab, Optional<ObjectNode> view) {
    var channel = SlackWorld.directChannel(person.id()).orElseThrow();
    var event =
        object(
            "type",
            "app_home_opened",
            "user",
            person.id(),
            "channel",
            channel.id(),
            "tab",
            tab,
            "view",
            view,
            "event_ts",
            store.nextTs());
    return envelope(event, channel);
  }

  /// Somebody has added the bot to a channel (`member_joined_channel`).
  ObjectNode joined(SlackWorld.User person, Channel channel) {
    var event =
        object(
            "type", "member_joined_channel",
            "user", SlackWorld.TILLER.id(),
            "channel", channel.id(),
            "channel_type", "C",
            "team", SlackWorld.TEAM,
            "inviter", person.id(),
            "event_ts", store.nextTs());
    return envelope(event, channel);
  }

  /// A reaction that somebody has put on a message, or taken back.
  ObjectNode reacted(SlackWorld.User person, SlackMessage message, String reaction, boolean added) {
    var item = object("type", "message", "channel", message.channel(), "ts", message.ts());
    var event =
        object(
            "type",
            added ? "reaction_added" : "reaction_removed",
            "user",
            person.id(),
            "reaction",
            reaction,
            "item_user",
            message.author().id(),
            "item",
            item,
            "event_ts",
            store.nextTs());
    return envelope(event, channel(message));
  }

  /// Somebody pressed Slack's own stop of a thread (`agent_session_stopped`).
  ObjectNode sessionStopped(SlackWorld.User person, Channel channel, String thread) {
    var event =
        object(
            "type", "agent_session_stopped",
            "channel", channel.id(),
            "thread_ts", thread,
            "user", person.id(),
            "streaming_message_ts", List.of(),
            "event_ts", store.nextTs());
    return envelope(event, channel);
  }

  private ObjectNode changed(Change change, Channel channel) {
    var ts = store.nextTs();
    return object(
        "type",
        "message",
        "subtype",
        "message_changed",
        "message",
        listed(change.after()),
        "previous_message",
        listed(change.before()),
        "hidden",
        true,
        "channel",
        channel.id(),
        "ts",
        ts,
        "event_ts",
        ts,
        "channel_type",
        channel.eventType());
  }

  private ObjectNode base(SlackMessage message) {
    var event = SlackJson.message(message);
    if (message.thread().isPresent()) {
      event.setAll(SlackJson.parent(store.thread(message.channel(), message.root())));
    }
    event.remove("reactions");
    return event.put("channel", message.channel()).put("event_ts", message.ts());
  }

  private ObjectNode listed(SlackMessage message) {
    var thread = store.thread(message.channel(), message.root());
    return SlackJson.listed(message, thread, false);
  }

  private ObjectNode envelope(ObjectNode event, Channel channel) {
    return SlackEnvelope.of(event, channel, clock.instant());
  }

  private static boolean mentions(SlackMessage message, Channel channel) {
    return !channel.isDirect()
        && !message.author().equals(SlackWorld.TILLER)
        && SlackText.mentionsTiller(message.text());
  }

  private static Channel channel(SlackMessage message) {
    return SlackWorld.channel(message.channel()).orElseThrow();
  }
}
