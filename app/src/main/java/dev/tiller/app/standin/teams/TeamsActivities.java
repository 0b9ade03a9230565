package dev.tiller.app.standin.teams;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Ids;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.teams.TeamsWorld.Author;
import dev.tiller.app.standin.teams.TeamsWorld.Place;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// What Teams sends to the bot (Bot Framework activity schema with Teams' `channelData`).
final class TeamsActivities {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private final Author bot;
  private final String serviceUrl;
  private final InstantSource clock;

  TeamsActivities(Author bot, String serviceUrl, InstantSource clock) {
    this.bot = bot;
    this.serviceUrl = serviceUrl;
    this.clock = clock;
  }

  /// Where somebody does something.
  ///
  /// @param conversation with the thread
  record Setting(Author from, Place place, String conversation) {}

  /// A message that somebody wrote.
  ///
  /// @param text with `<at>` tags
  /// @param quoted the message that it quotes
  ObjectNode message(Setting setting, String id, String text, Optional<TeamsMessage> quoted) {
    var activity = common("message", id, setting);
    activity.setAll(content(text));
    quoted.ifPresent(it -> TeamsQuotes.add(activity, it, bot));
    return activity;
  }

  /// A reaction that somebody has put on a message of the bot, or taken back.
  ObjectNode reacted(Setting setting, String message, String reaction, boolean added) {
    var activity = common("messageReaction", "f:" + Ids.random("", 8), setting);
    activity.put("replyToId", message);
    activity.set(
        added ? "reactionsAdded" : "reactionsRemoved",
        Json.array(List.of(object("type", reaction))));
    return activity;
  }

  /// The bot has become a member of a conversation, or is none any more.
  ObjectNode membership(Setting setting, boolean added) {
    var activity = common("conversationUpdate", "f:" + Ids.random("", 16), setting);
    activity.set(
        added ? "membersAdded" : "membersRemoved", Json.array(List.of(object("id", bot.id()))));
    if (setting.place().hasThreads()) {
      activity
          .withObject("/channelData")
          .put("eventType", added ? "teamMemberAdded" : "teamMemberRemoved");
    }
    return activity;
  }

  /// The app was installed, or uninstalled.
  ObjectNode installation(Setting setting, boolean added) {
    return common("installationUpdate", "f:" + Ids.random("", 16), setting)
        .put("action", added ? "add" : "remove");
  }

  /// A message that somebody rewrote.
  ObjectNode update(Setting setting, String id, String text) {
    var activity = common("messageUpdate", id, setting);
    activity.setAll(content(text));
    activity.withObject("/channelData").put("eventType", "editMessage");
    return activity;
  }

  /// A click on `Action.Submit`: a message with a value and without text.
  ///
  /// @param card the id of the message with the card
  ObjectNode submit(Setting setting, String id, String card, ObjectNode data) {
    var activity = common("message", id, setting);
    activity.set("value", data);
    activity.put("replyToId", card);
    activity.withObject("/channelData").set("source", object("name", "message"));
    activity.withObject("/channelData").set("legacy", object("replyToId", card));
    return activity;
  }

  /// A request that is answered in the reply.
  ///
  /// @param card the id of the message with the card, for clicks
  ObjectNode invoke(Setting setting, String name, Optional<String> card, ObjectNode value) {
    var activity = common("invoke", "f:" + Ids.random("", 16), setting);
    activity.put("name", name);
    activity.set("value", value);
    card.ifPresent(id -> {
      activity.put("replyToId", id);
      activity.withObject("/channelData").set("source", object("name", "message"));
      activity.withObject("/channelData").set("legacy", object("replyToId", id));
    });
    return activity;
  }

  private ObjectNode content(String text) {
    var html = object("contentType", "text/html", "content", TeamsText.html(text, bot));
    var content =
        object("text", text, "textFormat", "plain", "attachments", Json.array(List.of(html)));
    var entities = content.putArray("entities");
    for (var mentioned : TeamsText.mentioned(text, bot)) {
      entities.add(
          object(
              "mentioned", object("id", mentioned.id(), "name", mentioned.name()),
              "text", TeamsText.tag(mentioned),
              "type", "mention"));
    }
    entities.add(clientInfo());
    return content;
  }

  private ObjectNode common(String type, String id, Setting setting) {
    Instant now = clock.instant();
    return object(
        "type", type,
        "id", id,
        "timestamp", now.toString(),
        "localTimestamp", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.atZone(ZONE)),
        "localTimezone", ZONE.getId(),
        "channelId", "msteams",
        "serviceUrl", serviceUrl,
        "from", account(setting.from()),
        "conversation", conversation(setting.place(), setting.conversation()),
        "recipient", account(bot),
        "entities", Json.array(List.of(clientInfo())),
        "channelData", channelData(setting.place()),
        "locale", "en-US");
  }

  static ObjectNode account(Author author) {
    return object("id", author.id(), "name", author.name(), "aadObjectId", author.aadObjectId());
  }

  static ObjectNode conversation(Place place, String id) {
    return object(
        "isGroup",
        place.person().isPresent() ? Optional.empty() : Optional.of(true),
        "conversationType",
        place.conversationType(),
        "tenantId",
        TeamsWorld.TENANT,
        "id",
        id,
        "name",
        place.hasThreads() ? Optional.of(place.name()) : Optional.empty());
  }

  private static ObjectNode channelData(Place place) {
    var data = object();
    if (place.hasThreads()) {
      data.put("teamsChannelId", place.id()).put("teamsTeamId", TeamsWorld.TEAM.id());
      data.set("channel", object("id", place.id()));
      data.set("team", object("id", TeamsWorld.TEAM.id()));
    }
    return data.set("tenant", object("id", TeamsWorld.TENANT));
  }

  private static ObjectNode clientInfo() {
    return object(
        "locale", "en-US",
        "country", "US",
        "platform", "Web",
        "timezone", ZONE.getId(),
        "type", "clientInfo");
  }
}
