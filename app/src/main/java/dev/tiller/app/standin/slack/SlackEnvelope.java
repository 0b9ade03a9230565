package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Ids;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.slack.SlackWorld.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/// What Slack puts around each event (Events API, `event_callback`).
final class SlackEnvelope {

  private SlackEnvelope() {}

  static ObjectNode of(ObjectNode event, Channel channel, Instant now) {
    var envelope =
        object(
            "token",
            "verification-token",
            "team_id",
            SlackWorld.TEAM,
            "context_team_id",
            SlackWorld.TEAM,
            "api_app_id",
            SlackWorld.tillerBot().app(),
            "event",
            event,
            "type",
            "event_callback",
            "event_id",
            Ids.random("Ev", 10),
            "event_time",
            now.getEpochSecond(),
            "authorizations",
            Json.array(List.of(authorization())),
            "is_ext_shared_channel",
            false,
            "event_context",
            context(event, channel));
    return envelope.putNull("context_enterprise_id");
  }

  private static ObjectNode authorization() {
    return object(
            "team_id",
            SlackWorld.TEAM,
            "user_id",
            SlackWorld.TILLER.id(),
            "is_bot",
            true,
            "is_enterprise_install",
            false)
        .putNull("enterprise_id");
  }

  private static String context(ObjectNode event, Channel channel) {
    var context =
        object(
            "et", event.path("type").asText(),
            "tid", SlackWorld.TEAM,
            "aid", SlackWorld.tillerBot().app(),
            "cid", channel.id());
    var bytes = context.toString().getBytes(StandardCharsets.UTF_8);
    return "4-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
