package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Shortcut;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Maps the entries of a message's own menu (interactivity `message_action`, 2026) to what the core
/// reads. Their ids are those of the manifest.
final class SlackShortcuts {

  private static final Map<String, Shortcut.Kind> KINDS =
      Map.of("send_to_tiller", Shortcut.Kind.SEND, "add_follow_up", Shortcut.Kind.FOLLOW_UP);

  private SlackShortcuts() {}

  /// An entry that was chosen.
  ///
  /// @param trigger opens a form, for three seconds
  /// @param reply where an answer for the actor alone can be sent, also in channels without the bot
  record Chosen(Shortcut shortcut, String trigger, Optional<URI> reply) {}

  /// Empty for entries that are not ours.
  ///
  /// @param bot the bot's user id where it is known, so that its mentions are left out of the text
  /// @param guests who is known to be a guest or a stranger, by user id
  /// @param shared which channels are known to be shared with other organisations, by id
  static Optional<Chosen> chosen(
      JsonObject payload,
      Optional<String> bot,
      Predicate<String> guests,
      Predicate<String> shared) {
    var kind = Json.text(payload, "callback_id").map(KINDS::get);
    var trigger = Json.text(payload, "trigger_id");
    var actor = SlackClicks.actor(payload);
    if (kind.isEmpty() || trigger.isEmpty() || actor.isEmpty()) {
      return Optional.empty();
    }
    var outsider =
        SlackClicks.isOutsider(payload, guests)
            || SlackClicks.id(payload, "channel").filter(shared).isPresent()
            || isFromOutside(payload, Json.object(payload, "message"));
    return shortcut(payload, kind.get(), actor.get(), bot, outsider)
        .map(its -> new Chosen(its, trigger.get(), reply(payload)));
  }

  /// Whether the message was written by a member of another organisation, as is possible in a
  /// channel shared with it.
  private static boolean isFromOutside(JsonObject payload, JsonObject message) {
    return Stream.of("user_team", "source_team", "team")
        .flatMap(name -> Json.text(message, name).stream())
        .anyMatch(team -> SlackClicks.isAnother(payload, team));
  }

  private static Optional<Shortcut> shortcut(
      JsonObject payload,
      Shortcut.Kind kind,
      Person actor,
      Optional<String> bot,
      boolean outsider) {
    var message = Json.object(payload, "message");
    var ts = Json.text(message, "ts").or(() -> Json.text(payload, "message_ts"));
    var text = SlackText.undo(SlackThreads.text(message), bot);
    return SlackEvents.address(
            SlackClicks.id(payload, "team").or(() -> Json.text(message, "team")),
            SlackClicks.id(payload, "channel"),
            Json.text(message, "thread_ts").or(() -> ts))
        .map(address ->
            new Shortcut(
                kind,
                address,
                ts.orElse(address.thread().root()),
                actor,
                SlackThreads.author(message),
                text,
                outsider,
                SlackAttachments.of(message)));
  }

  private static Optional<URI> reply(JsonObject payload) {
    return Json.text(payload, "response_url").flatMap(SlackHosts::parse);
  }
}
