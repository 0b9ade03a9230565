package dev.tiller.app.standin.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.slack.SlackWorld.Channel;
import dev.tiller.app.standin.slack.SlackWorld.User;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What people do in channels, and what they can see there.
final class SlackPeople {

  private final SlackStore store;
  private final SlackEvents events;
  private final SlackOutbox outbox;

  SlackPeople(SlackStore store, SlackEvents events, SlackOutbox outbox) {
    this.store = store;
    this.events = events;
    this.outbox = outbox;
  }

  /// Writes a message and tells the bot.
  ///
  /// @param shared the files to add, uploaded when all else is well
  String say(
      User author,
      Channel channel,
      Optional<String> thread,
      String typed,
      Supplier<List<ObjectNode>> shared) {

    thread.ifPresent(root -> {
      if (store.find(channel.id(), root).filter(it -> it.thread().isEmpty()).isEmpty()) {
        throw Refusal.unknown("There is no such thread in this channel.");
      }
    });
    var files = shared.get();
    if (files.isEmpty()) {
      checkText(typed);
    }
    var text = SlackText.typed(typed);
    var message =
        SlackMessage.of(channel.id(), store.nextTs(), thread, author, text).sharing(files);
    store.add(message);
    outbox.deliver(message.ts(), events.posted(message));
    return message.ts();
  }

  /// Rewrites one's own message and tells the bot.
  void edit(User author, String channel, String message, String typed) {
    if (!message(author, channel, message).author().equals(author)) {
      throw Refusal.forbidden("Only your own messages can be edited.");
    }
    checkText(typed);
    var change =
        store.change(
            channel,
            message,
            now ->
                now.withContent(SlackText.typed(typed), Optional.empty())
                    .withEdited(Optional.of(store.nextTs())));
    outbox.deliver(message, events.edited(change));
  }

  private static void checkText(String typed) {
    if (typed.isBlank()) {
      throw Refusal.invalid("There is no text to send.");
    }
  }

  /// Tells the bot of a message once more.
  void redeliver(String message) {
    if (outbox.again(message) == 0) {
      throw Refusal.unknown("The bot was never told of such a message.");
    }
  }

  static User person(String id) {
    return SlackWorld.person(id)
        .orElseThrow(() -> Refusal.unknown("There is nobody with the id " + id + "."));
  }

  static Channel place(String id, User person) {
    return SlackWorld.channel(id)
        .filter(channel -> channel.includes(person.id()))
        .orElseThrow(
            () -> Refusal.unknown("There is no channel " + id + " for " + person.name() + "."));
  }

  static Channel place(String id) {
    return SlackWorld.channel(id)
        .orElseThrow(() -> Refusal.unknown("There is no channel " + id + "."));
  }

  /// A message that a person sees.
  SlackMessage message(User person, String channel, String ts) {
    return store
        .find(place(channel, person).id(), ts)
        .filter(message -> message.onlyFor().map(person.id()::equals).orElse(true))
        .orElseThrow(() -> Refusal.unknown("The message is not there any more."));
  }
}
