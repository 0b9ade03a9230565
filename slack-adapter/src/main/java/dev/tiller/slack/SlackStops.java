package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.StopSign;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Maps signs to stop that need no words to what the core reads: a ❌ on a message (Events API
/// `reaction_added`) and the stop button beside the bot's native status (`agent_session_stopped`,
/// 2026).
final class SlackStops {

  /// ❌, ✖️ and 🛑. A ❎ or 🚫 says other things as well.
  private static final Set<String> SIGNS = Set.of("x", "heavy_multiplication_x", "octagonal_sign");

  private SlackStops() {}

  /// A person's sign; empty for everything else, and for the marks that the bot itself puts on
  /// messages.
  ///
  /// @param guests who is known to be a guest or a stranger, by user id
  static Optional<StopSign> sign(JsonObject payload, Predicate<String> guests) {
    var event = Json.object(payload, "event");
    return switch (Json.text(event, "type").orElse("")) {
      case "reaction_added" -> reaction(payload, event, guests);
      case "agent_session_stopped" ->
          sign(
              payload,
              guests,
              Json.text(event, "channel"),
              Json.text(event, "thread_ts"),
              Optional.empty());
      default -> Optional.empty();
    };
  }

  private static Optional<StopSign> reaction(
      JsonObject payload, JsonObject event, Predicate<String> guests) {
    var item = Json.object(event, "item");
    var ts = Json.text(item, "ts");
    return Json.text(event, "reaction").filter(SIGNS::contains).isEmpty() || ts.isEmpty()
        ? Optional.empty()
        : sign(payload, guests, Json.text(item, "channel"), ts, ts);
  }

  private static Optional<StopSign> sign(
      JsonObject payload,
      Predicate<String> guests,
      Optional<String> channel,
      Optional<String> root,
      Optional<String> message) {
    var event = Json.object(payload, "event");
    var home = SlackInstallation.of(payload);
    var user = Json.text(event, "user");
    var nonce = Json.text(payload, "event_id");
    if (user.isEmpty() || nonce.isEmpty() || home.bot().isEmpty() || user.equals(home.bot())) {
      return Optional.empty();
    }
    var actor = new Person(user.get(), user.get(), user.get());
    var outsider = SlackEvents.isOutside(payload, event, home) || guests.test(user.get());
    return SlackEvents.address(home.team(), channel, root)
        .map(place -> new StopSign(place, message, actor, outsider, nonce.get()));
  }
}
