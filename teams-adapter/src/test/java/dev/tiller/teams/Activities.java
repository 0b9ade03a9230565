package dev.tiller.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.Activity;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Activities as Teams sends them (shapes of the Bot Framework activity schema 3.0 and of the Teams
/// pages of Microsoft's documentation; values made up).
final class Activities {

  static final String TENANT = "aaaaaaaa-0000-0000-0000-000000000001";
  static final String BOT = "28:" + TokenIssuer.APP;
  static final String ANN = "bbbbbbbb-0000-0000-0000-000000000001";
  static final String CHANNEL = "19:general@thread.tacv2";
  static final String GROUP = "19:group@thread.v2";
  static final String PERSONAL = "a:personal-ann";

  private Activities() {}

  static ObjectNode inChannel(String root, String id, String text) {
    var activity = message(CHANNEL + ";messageid=" + root, "channel", id, text);
    activity.withObject("/conversation").put("isGroup", true);
    activity.withObject("/channelData/channel").put("id", CHANNEL);
    activity.withObject("/channelData/team").put("id", "19:team@thread.tacv2");
    return activity;
  }

  static ObjectNode inGroup(String id, String text) {
    var activity = message(GROUP, "groupChat", id, text);
    activity.withObject("/conversation").put("isGroup", true);
    return activity;
  }

  static ObjectNode inPersonal(String id, String text) {
    return message(PERSONAL, "personal", id, text);
  }

  /// Adds a mention entity of the bot, whose text is expected to be part of the message's.
  static ObjectNode mentioning(ObjectNode activity, String id, String name, String text) {
    var entity = activity.withArray("entities").addObject().put("type", "mention");
    entity.put("text", text).putObject("mentioned").put("id", id).put("name", name);
    return activity;
  }

  static ObjectNode mentioningBot(ObjectNode activity) {
    return mentioning(activity, BOT, "Tiller", "<at>Tiller</at>");
  }

  static ObjectNode invoke(String name, String value) {
    var activity = inChannel("1700000000001", "f:invoke-1", "");
    activity.put("type", "invoke").put("name", name).put("replyToId", "1700000000009");
    activity.remove("text");
    return activity.set("value", json(value));
  }

  static ObjectNode with(ObjectNode activity, Consumer<ObjectNode> change) {
    change.accept(activity);
    return activity;
  }

  static Activity parsed(ObjectNode activity) {
    return TeamsActivity.parse(bytes(activity)).orElseThrow();
  }

  static byte[] bytes(ObjectNode activity) {
    return activity.toString().getBytes(StandardCharsets.UTF_8);
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) TeamsJson.MAPPER.readTree(text);
    } catch (JsonProcessingException mistake) {
      throw new IllegalArgumentException(mistake);
    }
  }

  private static ObjectNode message(String conversation, String kind, String id, String text) {
    var activity =
        json(
            """
            {"type": "message", "channelId": "msteams", "textFormat": "plain",
             "timestamp": "2026-11-01T10:00:00.1234567Z", "localTimezone": "America/New_York",
             "serviceUrl": "https://smba.trafficmanager.net/teams/",
             "from": {"id": "29:ann", "name": "Ann Lee"},
             "recipient": {"name": "Tiller"},
             "conversation": {},
             "entities": [{"type": "clientInfo", "locale": "en-US", "platform": "Web"}],
             "attachments": [{"contentType": "text/html", "content": "<p>as html</p>"}],
             "channelData": {"tenant": {}}}
            """);
    activity.put("id", id).put("text", text);
    activity.withObject("/from").put("aadObjectId", ANN);
    activity.withObject("/recipient").put("id", BOT);
    activity
        .withObject("/conversation")
        .put("id", conversation)
        .put("conversationType", kind)
        .put("tenantId", TENANT);
    activity.withObject("/channelData/tenant").put("id", TENANT);
    return activity;
  }
}
