package dev.tiller.app.standin.slack;

import dev.tiller.app.standin.chat.Gestures;
import dev.tiller.app.standin.chat.MessageMenu;
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.slack.SlackWorld.User;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What people do in Slack beside writing and clicking.
final class SlackGestures implements Gestures {

  /// What Slack's client offers at once; people can put any other.
  static final List<String> REACTIONS =
      List.of("x", "eyes", "white_check_mark", "thumbsup", "heart");

  private final SlackStore store;
  private final SlackPeople people;
  private final SlackEvents events;
  private final SlackOutbox outbox;
  private final SlackClient client;
  private final SlackSessions sessions;

  SlackGestures(
      SlackStore store,
      SlackPeople people,
      SlackEvents events,
      SlackOutbox outbox,
      SlackClient client,
      SlackSessions sessions) {
    this.store = store;
    this.people = people;
    this.events = events;
    this.outbox = outbox;
    this.client = client;
    this.sessions = sessions;
  }

  @Override
  public void react(String person, String channel, String message, String reaction) {
    var who = SlackPeople.person(person);
    var seen = people.message(who, channel, message);
    if (seen.onlyFor().isPresent()) {
      throw Refusal.invalid("Nobody can react to a message that only one person sees.");
    }
    var change = store.change(channel, message, toggled(who, reaction));
    boolean added = change.after().hasReaction(reaction, who.id());
    outbox.deliverMore(message, events.reacted(who, seen, reaction, added));
  }

  @Override
  public void stop(String person, String channel, String thread) {
    var who = SlackPeople.person(person);
    var place = SlackPeople.place(channel, who);
    if (sessions.processing().stream()
        .noneMatch(it -> it.channel().equals(channel) && it.thread().equals(thread))) {
      throw Refusal.unknown("Slack does not show that anything is going on here.");
    }
    outbox.deliverMore(thread, events.sessionStopped(who, place, thread));
  }

  /// A direct chat is there from the start: the client tells when somebody looks at it.
  @Override
  public void add(String person, String channel) {
    var who = SlackPeople.person(person);
    var place = SlackPeople.place(channel, who);
    var event = place.isDirect() ? events.chatOpened(who) : events.joined(who, place);
    outbox.deliverMore(Gestures.arrival(channel), event);
  }

  private static UnaryOperator<SlackMessage> toggled(User who, String reaction) {
    return message ->
        message.hasReaction(reaction, who.id())
            ? message.withoutReaction(reaction, who.id())
            : message.withReaction(reaction, who.id());
  }

  @Override
  public Optional<String> choose(String person, String channel, String message, String entry) {
    if (MessageMenu.ofSlack().stream().noneMatch(it -> it.id().equals(entry))) {
      throw Refusal.unknown("The app has no such entry in the menu of messages.");
    }
    var who = SlackPeople.person(person);
    var seen = people.message(who, channel, message);
    if (seen.onlyFor().isPresent()) {
      throw Refusal.invalid("A message that only one person sees has no menu.");
    }
    return client.choose(who, seen, entry);
  }
}
