package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.slack.SlackWorld.Bot;
import dev.tiller.app.standin.slack.SlackWorld.Channel;
import dev.tiller.app.standin.slack.SlackWorld.User;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Slack's JSON objects (Web API, "Object types").
final class SlackJson {

  private static final long LONG_AGO = 1_760_000_000;

  private SlackJson() {}

  /// A message as events and answers carry it, without its metadata.
  static ObjectNode message(SlackMessage message) {
    var json = plain(message);
    return message.files().isEmpty()
        ? json
        : json.put("subtype", "file_share")
            .put("upload", true)
            .setAll(object("files", message.files()));
  }

  private static ObjectNode plain(SlackMessage message) {
    var author = message.author();
    return object(
        "type", "message",
        "user", author.id(),
        "ts", message.ts(),
        "client_msg_id", author.isBot() ? Optional.empty() : Optional.of(clientId(message)),
        "bot_id", author.bot().map(Bot::id),
        "app_id", author.bot().map(Bot::app),
        "text", message.text(),
        "team", SlackWorld.TEAM,
        "bot_profile", author.bot().map(_ -> botProfile(author)),
        "thread_ts", message.thread(),
        "edited", message.edited().map(ts -> object("user", author.id(), "ts", ts)),
        "blocks", message.blocks(),
        "reactions",
            message.reactions().isEmpty() ? Optional.empty() : Optional.of(reactions(message)));
  }

  /// A message as `conversations.*` answer it.
  ///
  /// @param thread all of its thread, itself included
  static ObjectNode listed(SlackMessage message, List<SlackMessage> thread, boolean metadata) {
    var json = metadata ? withMetadata(message) : message(message);
    if (message.thread().isPresent()) {
      json.setAll(parent(thread));
    } else if (thread.size() > 1) {
      json.setAll(summary(message, thread.subList(1, thread.size())));
    }
    return json;
  }

  /// A thread's messages as `conversations.replies` answers them, with metadata.
  static List<ObjectNode> thread(List<SlackMessage> thread) {
    return thread.stream().map(message -> listed(message, thread, true)).toList();
  }

  /// Messages outside of threads, with metadata.
  static List<ObjectNode> each(List<SlackMessage> messages) {
    return messages.stream().map(message -> listed(message, List.of(message), true)).toList();
  }

  /// What a reply says of the thread's first message.
  static ObjectNode parent(List<SlackMessage> thread) {
    var first = thread.stream().filter(message -> message.thread().isEmpty()).findFirst();
    return object("parent_user_id", first.map(message -> message.author().id()));
  }

  private static ObjectNode summary(SlackMessage first, List<SlackMessage> replies) {
    var users = replies.stream().map(reply -> reply.author().id()).distinct().toList();
    return object(
        "thread_ts", first.ts(),
        "reply_count", replies.size(),
        "reply_users_count", users.size(),
        "latest_reply", replies.getLast().ts(),
        "reply_users", users,
        "is_locked", false,
        "subscribed", false);
  }

  static ObjectNode withMetadata(SlackMessage message) {
    var json = message(message);
    message.metadata().ifPresent(metadata -> json.set("metadata", metadata));
    return json;
  }

  static ObjectNode user(User user) {
    return object(
        "id",
        user.id(),
        "team_id",
        SlackWorld.TEAM,
        "name",
        user.handle(),
        "deleted",
        false,
        "real_name",
        user.name(),
        "profile",
        profile(user),
        "is_admin",
        false,
        "is_owner",
        false,
        "is_primary_owner",
        false,
        "is_restricted",
        false,
        "is_ultra_restricted",
        false,
        "is_bot",
        user.isBot(),
        "is_app_user",
        false,
        "tz",
        "America/New_York",
        "updated",
        LONG_AGO);
  }

  static ObjectNode bot(User user, Bot bot) {
    return object(
        "id", bot.id(),
        "deleted", false,
        "name", user.name(),
        "updated", LONG_AGO,
        "app_id", bot.app(),
        "user_id", user.id(),
        "icons", object());
  }

  static ObjectNode channel(Channel channel) {
    var json =
        object(
            "id",
            channel.id(),
            "created",
            LONG_AGO,
            "is_archived",
            false,
            "is_im",
            channel.isDirect(),
            "is_org_shared",
            false,
            "context_team_id",
            SlackWorld.TEAM);
    return json.setAll(channel.isDirect() ? direct(channel) : open(channel));
  }

  private static ObjectNode direct(Channel channel) {
    return object("user", channel.person(), "is_open", true, "priority", 0);
  }

  private static ObjectNode open(Channel channel) {
    return object(
        "name", channel.name(),
        "name_normalized", channel.name(),
        "is_channel", true,
        "is_group", false,
        "is_mpim", false,
        "is_private", false,
        "is_general", channel.name().equals("general"),
        "is_member", true,
        "is_shared", false,
        "is_ext_shared", false,
        "is_pending_ext_shared", false,
        "creator", SlackWorld.PEOPLE.getFirst().id(),
        "topic", object("value", "", "creator", "", "last_set", 0),
        "purpose", object("value", "", "creator", "", "last_set", 0),
        "shared_team_ids", List.of(SlackWorld.TEAM));
  }

  static ArrayNode reactions(SlackMessage message) {
    return Json.array(
        message.reactions().entrySet().stream()
            .map(reaction ->
                object(
                    "name", reaction.getKey(),
                    "users", reaction.getValue(),
                    "count", reaction.getValue().size()))
            .toList());
  }

  private static ObjectNode botProfile(User user) {
    var bot = user.bot().orElseThrow();
    return object(
        "id", bot.id(),
        "app_id", bot.app(),
        "user_id", user.id(),
        "name", user.name(),
        "icons", object(),
        "deleted", false,
        "updated", LONG_AGO,
        "team_id", SlackWorld.TEAM);
  }

  private static ObjectNode profile(User user) {
    return object(
        "real_name", user.name(),
        "real_name_normalized", user.name(),
        "display_name", user.name(),
        "display_name_normalized", user.name(),
        "bot_id", user.bot().map(Bot::id),
        "api_app_id", user.bot().map(Bot::app),
        "email", user.isBot() ? Optional.empty() : Optional.of(user.handle() + "@acme.example"),
        "team", SlackWorld.TEAM);
  }

  private static String clientId(SlackMessage message) {
    return UUID.nameUUIDFromBytes(message.ts().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
