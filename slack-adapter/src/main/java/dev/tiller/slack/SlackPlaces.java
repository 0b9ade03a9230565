package dev.tiller.slack;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform.Hearing;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Where the bot can write and what it hears there. A direct chat's main line is an address whose
/// root is the channel itself.
final class SlackPlaces {

  private static final int MOST_HEARD = 10_000;

  /// What Slack answers where the bot is not a member.
  private static final Set<String> ABSENT = Set.of("not_in_channel", "channel_not_found");

  private final SlackApi api;
  private final SlackApi glance;

  /// Channels from which Slack has delivered a `message`.
  private final Set<String> heard = ConcurrentHashMap.newKeySet();

  /// Channels that are shared with other organisations, as their last event said.
  private final Set<String> shared = ConcurrentHashMap.newKeySet();

  /// @param glance for a look while a form waits to be opened
  SlackPlaces(SlackApi api, SlackApi glance) {
    this.api = api;
    this.glance = glance;
  }

  static boolean isMainLine(Address address) {
    return address.thread().root().equals(address.thread().channel());
  }

  /// Names the thread to a method, unless the main line is meant.
  static void addThread(Map<String, String> arguments, Address to) {
    if (!isMainLine(to)) {
      arguments.put("thread_ts", to.thread().root());
    }
  }

  /// The direct chat's main line (`conversations.open`, which finds the chat where there is one).
  Address direct(Address near, Person person) {
    try {
      var channel =
          api.call("conversations.open", Map.of("users", person.handle()))
              .channel()
              .orElseThrow(() -> new ChatFailure.Refused("no_channel_in_answer"));
      var chat = new ChatThread(Platform.SLACK, near.thread().workspace(), channel, channel);
      return new Address(chat, near.route());
    } catch (ChatFailure.Gone e) {
      throw new ChatFailure.Refused(String.valueOf(e.getMessage()));
    }
  }

  /// Notes that Slack delivers messages from a channel.
  void heard(String channel) {
    if (heard.size() < MOST_HEARD) {
      heard.add(channel);
    }
  }

  /// Notes whether a channel is shared with other organisations.
  void seen(SlackEvents.Seen channel) {
    if (!channel.shared()) {
      shared.remove(channel.id());
    } else if (shared.size() < MOST_HEARD) {
      shared.add(channel.id());
    }
  }

  /// Whether a channel is known to be shared with other organisations.
  boolean isShared(String channel) {
    return shared.contains(channel);
  }

  /// Slack does not say what an app is subscribed to: it is certain where a message was delivered
  /// before, and where the bot may not even read.
  Hearing hearing(Address thread) {
    var place = thread.thread();
    if (place.channel().startsWith("D") || heard.contains(place.channel())) {
      return Hearing.ALL;
    }
    try {
      look(api, place);
      return Hearing.UNKNOWN;
    } catch (ChatFailure.Refused | ChatFailure.Gone e) {
      return SlackThreads.isNotGranted(e) ? Hearing.MENTIONS_ONLY : Hearing.UNKNOWN;
    }
  }

  /// Whether Slack says that the bot is not in the channel. One look; where Slack does not say, the
  /// bot is taken to be there.
  boolean isAbsent(Address thread) {
    try {
      look(glance, thread.thread());
      return false;
    } catch (ChatFailure e) {
      return ABSENT.contains(String.valueOf(e.getMessage()));
    }
  }

  private static void look(SlackApi api, ChatThread place) {
    api.call(
        "conversations.replies",
        Map.of("channel", place.channel(), "ts", place.root(), "limit", "1"));
  }
}
