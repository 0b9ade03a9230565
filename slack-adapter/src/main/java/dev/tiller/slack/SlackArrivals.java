package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.Arrival;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import java.util.Optional;
import java.util.function.Predicate;

/// Maps what Slack tells of the bot's own comings and goings (Events API `member_joined_channel`,
/// `app_home_opened`, `app_uninstalled`) to what the core reads.
final class SlackArrivals {

  private SlackArrivals() {}

  /// The bot was added to a channel, or somebody looks at their direct messages with it; empty for
  /// all else, also for people who join a channel.
  ///
  /// @param guests who is known to be a guest or a stranger, by user id
  static Optional<Arrival> arrival(JsonObject payload, Predicate<String> guests) {
    var event = Json.object(payload, "event");
    return switch (Json.text(event, "type").orElse("")) {
      case "member_joined_channel" ->
          Json.text(event, "user").equals(SlackInstallation.of(payload).bot())
              ? arrival(payload, Place.CHANNEL, person(event, "inviter"), shared(payload))
              : Optional.empty();
      case "app_home_opened" ->
          Json.text(event, "tab").equals(Optional.of("messages"))
              ? arrival(payload, Place.DIRECT, person(event, "user"), isOutsider(event, guests))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// Whether the workspace has taken the app away.
  static boolean isUninstalled(JsonObject payload) {
    return Json.text(Json.object(payload, "event"), "type").equals(Optional.of("app_uninstalled"));
  }

  private static Optional<Arrival> arrival(
      JsonObject payload, Place place, Optional<Person> by, boolean outside) {
    var channel = Json.text(Json.object(payload, "event"), "channel");
    return SlackEvents.address(SlackEvents.teamOf(payload), channel, channel)
        .map(mainLine -> new Arrival(mainLine, place, by, outside));
  }

  private static boolean shared(JsonObject payload) {
    return SlackEvents.seenIn(payload).filter(SlackEvents.Seen::shared).isPresent();
  }

  private static boolean isOutsider(JsonObject event, Predicate<String> guests) {
    return Json.text(event, "user").filter(guests).isPresent();
  }

  private static Optional<Person> person(JsonObject event, String field) {
    return Json.text(event, field).map(id -> new Person(id, id, id));
  }
}
