package dev.tiller.slack;

import com.google.gson.JsonObject;
import java.util.Optional;

/// Where the app is installed, as an event says it. In a channel shared between organisations the
/// event's own `team_id` can be the other one's.
///
/// @param bot the bot's user id
record SlackInstallation(Optional<String> team, Optional<String> enterprise, Optional<String> bot) {

  static SlackInstallation of(JsonObject payload) {
    var all = Json.objects(payload, "authorizations");
    var bot = all.stream().filter(one -> Json.isTrue(one, "is_bot")).findFirst();
    var installation = bot.or(() -> all.stream().findFirst()).orElseGet(JsonObject::new);
    return new SlackInstallation(
        Json.text(installation, "team_id").or(() -> Json.text(payload, "team_id")),
        Json.text(installation, "enterprise_id").or(() -> Json.text(payload, "enterprise_id")),
        bot.flatMap(one -> Json.text(one, "user_id")));
  }

  boolean owns(String other) {
    return team.filter(other::equals).isPresent() || enterprise.filter(other::equals).isPresent();
  }
}
