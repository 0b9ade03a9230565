package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Attachment;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Platform;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Maps the messages that Slack delivers (Events API `app_mention` and `message`) to what the core
/// reads.
///
/// It works on the JSON itself: Bolt's types lack fields that say who an outsider is.
final class SlackEvents {

  private static final Set<String> SUBTYPES_OF_PEOPLE = Set.of("file_share", "thread_broadcast");

  private SlackEvents() {}

  /// The message that somebody addressed to the bot; empty for everything else that Slack tells.
  ///
  /// A mention in a channel comes as two events, and both give the same value. `app_mention` does
  /// not say what kind of place it is in, so a group direct message counts as a channel, too: on
  /// Slack both have threads and need a mention.
  static Optional<InboundMessage> message(JsonObject payload) {
    var event = Json.object(payload, "event");
    var home = Home.of(payload);
    var user = Json.text(event, "user");
    var ts = Json.text(event, "ts");
    var address =
        address(
            home.team(), Json.text(event, "channel"), Json.text(event, "thread_ts").or(() -> ts));
    if (user.isEmpty() || ts.isEmpty() || !isFromPerson(event, home) || !isForBot(event, home)) {
      return Optional.empty();
    }
    var author = new Person(user.get(), user.get(), user.get());
    var place = isDirect(event) ? Place.DIRECT : Place.CHANNEL;
    var text = SlackText.undo(textOf(event), botIn(event, home));
    var edited = Json.has(event, "edited");
    var outsider = isOutside(payload, event, home);
    return address.map(there ->
        new InboundMessage(there, ts.get(), author, place, text, edited, outsider, files(event)));
  }

  /// The files on a message, as far as they are told here; none when one of them is not.
  private static List<Attachment> files(JsonObject event) {
    return Json.objects(event, "files").stream().anyMatch(SlackAttachments::isVeiled)
        ? List.of()
        : SlackAttachments.of(event);
  }

  /// The workspace that an event is for.
  static Optional<String> teamOf(JsonObject payload) {
    return Home.of(payload).team();
  }

  /// A thread, if all that names it is there.
  static Optional<Address> address(
      Optional<String> team, Optional<String> channel, Optional<String> root) {
    return team.isEmpty() || channel.isEmpty() || root.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Address(new ChatThread(Platform.SLACK, team.get(), channel.get(), root.get()), ""));
  }

  private static boolean isFromPerson(JsonObject event, Home home) {
    return !Json.has(event, "bot_id")
        && !Json.has(event, "bot_profile")
        && Json.text(event, "subtype").map(SUBTYPES_OF_PEOPLE::contains).orElse(true)
        && !Json.text(event, "user").equals(home.bot());
  }

  private static boolean isForBot(JsonObject event, Home home) {
    return switch (Json.text(event, "type").orElse("")) {
      case "app_mention" -> true;
      case "message" ->
          isDirect(event)
              || home.bot().filter(bot -> SlackText.mentions(textOf(event), bot)).isPresent();
      default -> false;
    };
  }

  private static boolean isDirect(JsonObject event) {
    return Json.text(event, "channel_type").map("im"::equals).orElse(false)
        || Json.text(event, "channel").orElse("").startsWith("D");
  }

  /// The bot's user id; where the event does not say it, whom a mention begins with.
  private static Optional<String> botIn(JsonObject event, Home home) {
    return home.bot()
        .or(() -> isDirect(event) ? Optional.empty() : SlackText.leadingMention(textOf(event)));
  }

  private static boolean isOutside(JsonObject payload, JsonObject event, Home home) {
    return Json.isTrue(payload, "is_ext_shared_channel")
        || Json.text(event, "user_team").filter(team -> !home.owns(team)).isPresent()
        || Json.text(event, "source_team").filter(team -> !home.owns(team)).isPresent();
  }

  private static String textOf(JsonObject event) {
    return Json.text(event, "text").orElse("");
  }

  /// Where the app is installed, as an event says it. In a channel shared between organisations the
  /// event's own `team_id` can be the other one's.
  ///
  /// @param bot the bot's user id
  private record Home(Optional<String> team, Optional<String> enterprise, Optional<String> bot) {

    static Home of(JsonObject payload) {
      var all = Json.objects(payload, "authorizations");
      var bot = all.stream().filter(one -> Json.isTrue(one, "is_bot")).findFirst();
      var installation = bot.or(() -> all.stream().findFirst()).orElseGet(JsonObject::new);
      return new Home(
          Json.text(installation, "team_id").or(() -> Json.text(payload, "team_id")),
          Json.text(installation, "enterprise_id").or(() -> Json.text(payload, "enterprise_id")),
          bot.flatMap(one -> Json.text(one, "user_id")));
    }

    boolean owns(String team) {
      return this.team.filter(team::equals).isPresent()
          || enterprise.filter(team::equals).isPresent();
    }
  }
}
