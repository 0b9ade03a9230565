package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// `auth.test`, `bots.info`, `users.info`.
final class IdentityMethods {

  private IdentityMethods() {}

  static Map<String, SlackApi.Method> all() {
    return Map.of(
        "auth.test",
        _ -> authTest(),
        "bots.info",
        IdentityMethods::botsInfo,
        "users.info",
        IdentityMethods::usersInfo);
  }

  private static ObjectNode authTest() {
    return object(
        "url",
        "https://" + SlackWorld.DOMAIN + ".slack.com/",
        "team",
        SlackWorld.TEAM_NAME,
        "user",
        SlackWorld.TILLER.handle(),
        "team_id",
        SlackWorld.TEAM,
        "user_id",
        SlackWorld.TILLER.id(),
        "bot_id",
        SlackWorld.tillerBot().id(),
        "is_enterprise_install",
        false);
  }

  private static ObjectNode botsInfo(SlackArguments arguments) {
    var id = arguments.required("bot");
    var user =
        SlackWorld.users()
            .filter(candidate -> candidate.bot().filter(bot -> bot.id().equals(id)).isPresent())
            .findFirst()
            .orElseThrow(() -> new SlackError("bot_not_found"));
    return object("bot", SlackJson.bot(user, user.bot().orElseThrow()));
  }

  private static ObjectNode usersInfo(SlackArguments arguments) {
    var user = SlackWorld.user(arguments.required("user"));
    return object("user", SlackJson.user(user.orElseThrow(() -> new SlackError("user_not_found"))));
  }
}
