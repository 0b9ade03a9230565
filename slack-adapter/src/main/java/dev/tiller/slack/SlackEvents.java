package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Addressing;
import dev.tiller.core.chat.Attachment;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Platform;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Maps the messages that Slack delivers (Events API `app_mention` and `message`) to what the core
/// reads.
///
/// It works on the JSON itself: Bolt's types lack fields that say who an outsider is.
final class SlackEvents {

  private static final Set<String> SUBTYPES_OF_PEOPLE = Set.of("file_share", "thread_broadcast");

  /// In the payload, beside the event.
  private static final String SHARED = "is_ext_shared_channel";

  private SlackEvents() {}

  /// A message that somebody addressed to the bot or wrote in a thread; empty for everything else
  /// that Slack tells.
  ///
  /// A mention in a channel comes as two events, and both give the same value. `app_mention` does
  /// not say what kind of place it is in, so a group direct message counts as a channel, too: on
  /// Slack both have threads and need a mention.
  ///
  /// @param guests who is known to be a guest, a stranger or a bot, by user id
  static Optional<InboundMessage> message(JsonObject payload, Predicate<String> guests) {
    var event = Json.object(payload, "event");
    var home = SlackInstallation.of(payload);
    var user = Json.text(event, "user");
    var ts = Json.text(event, "ts");
    boolean forBot = isForBot(event, home);
    if (user.isEmpty()
        || ts.isEmpty()
        || !isFromPerson(event, home)
        || !(forBot || isOverheard(event, home))) {
      return Optional.empty();
    }
    var address =
        address(
            home.team(), Json.text(event, "channel"), Json.text(event, "thread_ts").or(() -> ts));
    var author = new Person(user.get(), user.get(), user.get());
    var place = isDirect(event) ? Place.DIRECT : Place.CHANNEL;
    var text = SlackText.undo(textOf(event), botIn(event, home));
    var edited = Json.has(event, "edited");
    var outsider = isOutside(payload, event, home) || guests.test(user.get());
    var addressing = addressing(event, home, forBot, guests);
    return address.map(there ->
        new InboundMessage(
            there, ts.get(), author, place, text, edited, outsider, files(event), addressing));
  }

  /// The channel that a `message` was delivered from, whatever it says: where Slack tells one, it
  /// tells all.
  static Optional<String> heardIn(JsonObject payload) {
    var event = Json.object(payload, "event");
    return isMessage(event) ? Json.text(event, "channel") : Optional.empty();
  }

  /// A channel in which something happened.
  ///
  /// @param shared whether it is shared with another organisation
  record Seen(String id, boolean shared) {}

  /// The channel of an event; empty where the event has none, or does not say whether it is shared.
  static Optional<Seen> seenIn(JsonObject payload) {
    var event = Json.object(payload, "event");
    return Json.has(payload, SHARED)
        ? Json.text(event, "channel")
            .or(() -> Json.text(Json.object(event, "item"), "channel"))
            .map(channel -> new Seen(channel, Json.isTrue(payload, SHARED)))
        : Optional.empty();
  }

  /// The files on a message, as far as they are told here; none when one of them is not.
  private static List<Attachment> files(JsonObject event) {
    return Json.objects(event, "files").stream().anyMatch(SlackAttachments::isVeiled)
        ? List.of()
        : SlackAttachments.of(event);
  }

  /// The workspace that an event is for.
  static Optional<String> teamOf(JsonObject payload) {
    return SlackInstallation.of(payload).team();
  }

  /// A thread, if all that names it is there.
  static Optional<Address> address(
      Optional<String> team, Optional<String> channel, Optional<String> root) {
    return team.isEmpty() || channel.isEmpty() || root.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Address(new ChatThread(Platform.SLACK, team.get(), channel.get(), root.get()), ""));
  }

  /// Whether the event's user, or the channel it happened in, belongs to another organisation, as
  /// far as the event tells.
  static boolean isOutside(JsonObject payload, JsonObject event, SlackInstallation home) {
    var profile = Json.object(event, "user_profile");
    return Json.isTrue(payload, SHARED)
        || SlackMembers.isGuest(profile)
        || Json.text(event, "user_team").filter(team -> !home.owns(team)).isPresent()
        || Json.text(event, "source_team").filter(team -> !home.owns(team)).isPresent();
  }

  private static boolean isFromPerson(JsonObject event, SlackInstallation home) {
    return !Json.has(event, "bot_id")
        && !Json.has(event, "bot_profile")
        && Json.text(event, "subtype").map(SUBTYPES_OF_PEOPLE::contains).orElse(true)
        && !Json.text(event, "user").equals(home.bot());
  }

  private static boolean isForBot(JsonObject event, SlackInstallation home) {
    return switch (Json.text(event, "type").orElse("")) {
      case "app_mention" -> true;
      case "message" ->
          isDirect(event)
              || home.bot().filter(bot -> SlackText.mentions(textOf(event), bot)).isPresent();
      default -> false;
    };
  }

  /// Whether the message is a new one in a thread. Of events that do not name the bot nobody can
  /// tell whether they mention it.
  private static boolean isOverheard(JsonObject event, SlackInstallation home) {
    var root = Json.text(event, "thread_ts");
    return isMessage(event)
        && home.bot().isPresent()
        && root.isPresent()
        && !root.equals(Json.text(event, "ts"))
        && !Json.has(event, "edited");
  }

  private static boolean isMessage(JsonObject event) {
    return Json.text(event, "type").equals(Optional.of("message"));
  }

  private static boolean isDirect(JsonObject event) {
    return Json.text(event, "channel_type").map("im"::equals).orElse(false)
        || Json.text(event, "channel").orElse("").startsWith("D");
  }

  /// A group is nobody who could be given anything, but words to it are not for the bot.
  private static Addressing addressing(
      JsonObject event, SlackInstallation home, boolean forBot, Predicate<String> guests) {
    var others = SlackMentions.others(textOf(event), botIn(event, home), !forBot, guests);
    return new Addressing(forBot, others, Optional.empty());
  }

  /// The bot's user id; where the event does not say it, whom a mention begins with.
  private static Optional<String> botIn(JsonObject event, SlackInstallation home) {
    return home.bot()
        .or(() -> isDirect(event) ? Optional.empty() : SlackText.leadingMention(textOf(event)));
  }

  private static String textOf(JsonObject event) {
    return Json.text(event, "text").orElse("");
  }
}
