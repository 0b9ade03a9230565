package dev.tiller.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationAccount;
import com.microsoft.bot.schema.RoleTypes;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Platform;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who does something, and where.
///
/// @param outsider whether Teams says that the person or the channel is of another organisation, or
///   that the person is a guest, or does not say which account of the organisation it is
record TeamsScene(Address address, Place place, Person actor, boolean outsider) {

  private static final String THREAD = ";messageid=";

  /// Empty when the activity does not say who or where.
  ///
  /// @param tenant the bot's tenant, which the activity is known to be of
  /// @param root the thread's root in a channel whose conversation's id does not name it; may be
  ///   empty
  static Optional<TeamsScene> of(Activity activity, String tenant, String root) {
    var from = activity.getFrom();
    var conversation = activity.getConversation();
    if (from == null || isBlank(from.getId())) {
      return Optional.empty();
    }
    if (conversation == null || isBlank(channel(conversation))) {
      return Optional.empty();
    }
    var place = place(conversation);
    return Optional.of(
        new TeamsScene(
            new Address(thread(conversation, place, tenant, root), route(activity).written()),
            place,
            person(from),
            isOutsider(activity, from, tenant)));
  }

  /// Whether a message is part of a thread that the bot may be in: an answer in a channel, or
  /// anything in a group chat. What begins a thread in a channel is in none yet.
  boolean isThread(String message) {
    var thread = address.thread();
    return switch (place) {
      case CHANNEL -> !thread.root().equals(message) && !thread.root().equals(thread.channel());
      case GROUP_CHAT, DIRECT -> true;
    };
  }

  /// Whether it is a chat of two people with each other, where Teams offers the menu of messages,
  /// too. A personal chat with the bot has an id of its own kind.
  boolean isAmongPeople() {
    return place == Place.DIRECT && !address.thread().channel().startsWith("a:");
  }

  private static TeamsRoute route(Activity activity) {
    var team = TeamsActivity.tree(activity.getChannelData()).path("team").path("id").asText();
    return new TeamsRoute(
        activity.getServiceUrl(), Optional.of(team).filter(id -> id.matches("[\\w:.@-]{1,255}")));
  }

  /// Whether a bot did it: this one or another.
  static boolean isByBot(Activity activity) {
    var from = activity.getFrom();
    var recipient = activity.getRecipient();
    return from != null
        && (from.getRole() == RoleTypes.BOT
            || from.getRole() == RoleTypes.SKILL
            || String.valueOf(from.getId()).startsWith("28:")
            || (recipient != null && String.valueOf(recipient.getId()).equals(from.getId())));
  }

  /// How the bot is called there; empty when Teams does not say.
  static Optional<String> botName(Activity activity) {
    return Optional.ofNullable(activity.getRecipient())
        .map(ChannelAccount::getName)
        .filter(name -> !name.isBlank());
  }

  private static ChatThread thread(
      ConversationAccount conversation, Place place, String tenant, String root) {
    var channel = channel(conversation);
    var named = conversation.getId().substring(channel.length()).replaceFirst(THREAD, "");
    var known = Stream.of(named, root).filter(id -> !id.isBlank()).findFirst();
    return new ChatThread(
        Platform.TEAMS, tenant, channel, place == Place.CHANNEL ? known.orElse(channel) : channel);
  }

  /// The conversation's id without the thread that channels append: `19:…;messageid=17`.
  private static String channel(ConversationAccount conversation) {
    var id = Optional.ofNullable(conversation.getId()).orElse("");
    int end = id.indexOf(THREAD);
    return end < 0 ? id : id.substring(0, end);
  }

  /// A kind that is not known counts as a group.
  private static Place place(ConversationAccount conversation) {
    return switch (String.valueOf(conversation.getConversationType())) {
      case "personal" -> Place.DIRECT;
      case "channel" -> Place.CHANNEL;
      default -> Place.GROUP_CHAT;
    };
  }

  private static Person person(ChannelAccount from) {
    var id = isBlank(from.getAadObjectId()) ? from.getId() : from.getAadObjectId();
    return new Person(id, from.getId(), isBlank(from.getName()) ? id : from.getName());
  }

  /// Whether Teams says that who did something, or where, is of another organisation or a guest.
  static boolean isOutsider(Activity activity, ChannelAccount from, String tenant) {
    var told = TeamsActivity.tree(from.getProperties());
    return isBlank(from.getAadObjectId())
        || told.path("userRole").asText().equalsIgnoreCase("guest")
        || told.path("userPrincipalName").asText().contains("#EXT#")
        || isOfAnother(told, tenant)
        || isElsewhere(activity, tenant);
  }

  /// Whether Teams says that the team or channel is of another organisation.
  static boolean isElsewhere(Activity activity, String tenant) {
    var where = TeamsActivity.tree(activity.getChannelData());
    return Stream.of(where.path("channel"), where.path("team"))
        .anyMatch(part -> isOfAnother(part, tenant));
  }

  private static boolean isOfAnother(JsonNode part, String tenant) {
    var id = part.path("tenantId").asText();
    return !id.isEmpty() && !id.equalsIgnoreCase(tenant);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
