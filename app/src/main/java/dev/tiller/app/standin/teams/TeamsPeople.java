package dev.tiller.app.standin.teams;

import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.chat.SharedFile;
import dev.tiller.app.standin.teams.TeamsActivities.Setting;
import dev.tiller.app.standin.teams.TeamsWorld.Author;
import dev.tiller.app.standin.teams.TeamsWorld.Person;
import dev.tiller.app.standin.teams.TeamsWorld.Place;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What people do in conversations, and what they can see there.
final class TeamsPeople {

  private final Author bot;
  private final TeamsStore store;
  private final TeamsActivities activities;
  private final TeamsShares shares;
  private final TeamsOutbox outbox;
  private final InstantSource clock;
  private final BooleanSupplier tellsAll;

  /// @param tellsAll whether the bot is told of messages that do not mention it, too
  TeamsPeople(
      Author bot,
      TeamsStore store,
      TeamsActivities activities,
      TeamsShares shares,
      TeamsOutbox outbox,
      InstantSource clock,
      BooleanSupplier tellsAll) {
    this.bot = bot;
    this.store = store;
    this.activities = activities;
    this.shares = shares;
    this.outbox = outbox;
    this.clock = clock;
    this.tellsAll = tellsAll;
  }

  /// Writes a message and tells the bot if it is addressed.
  String say(
      Author author, Place place, Optional<String> thread, String typed, List<SharedFile> files) {
    return say(author, place, thread, typed, files, Optional.empty());
  }

  /// Writes a message that quotes another one of the same chat.
  String quote(Person author, TeamsMessage quoted, String typed, List<SharedFile> files) {
    if (quoted.place().hasThreads()) {
      throw Refusal.invalid("Messages of channels are not quoted: reply in the thread.");
    }
    return say(
        author.author(), quoted.place(), Optional.empty(), typed, files, Optional.of(quoted));
  }

  private String say(
      Author author,
      Place place,
      Optional<String> thread,
      String typed,
      List<SharedFile> files,
      Optional<TeamsMessage> quoted) {
    if (files.isEmpty()) {
      checkText(typed);
    }
    var id = store.nextId();
    var root = place.hasThreads() ? thread.orElse(id) : place.id();
    if (place.hasThreads() && thread.isPresent() && !store.isRoot(place.id(), root)) {
      throw Refusal.unknown("There is no such thread in this channel.");
    }
    var text = TeamsText.typed(typed, bot);
    var blank = TeamsMessage.blank(id, place, root, author, clock.instant());
    var activity = activities.message(setting(blank), id, text, quoted);
    shares.add(activity, place, files);
    var message = blank.withActivity(activity).quoting(quoted.map(TeamsMessage::id));
    store.put(message);
    if (addressed(place, text)) {
      outbox.deliver(id, message.activity());
    }
    return id;
  }

  /// Rewrites one's own message and tells the bot if it was or is addressed.
  void edit(Person author, String channel, String message, String typed) {
    var before = message(author, channel, message);
    if (!before.author().equals(author.author())) {
      throw Refusal.forbidden("Only your own messages can be edited.");
    }
    checkText(typed);
    var text = TeamsText.typed(typed, bot);
    var update = activities.update(setting(before), message, text);
    store.change(message, now -> now.rewritten(update));
    if (addressed(before.place(), text) || addressed(before)) {
      outbox.deliver(message, update);
    }
  }

  private static void checkText(String typed) {
    if (typed.isBlank()) {
      throw Refusal.invalid("There is no text to send.");
    }
  }

  /// Whether Teams tells the bot: in channels and group chats only what mentions it, unless the app
  /// may read all.
  private boolean addressed(Place place, String text) {
    return place.person().isPresent() || tellsAll.getAsBoolean() || TeamsText.mentions(text, bot);
  }

  private boolean addressed(TeamsMessage message) {
    return addressed(message.place(), message.activity().path("text").asText());
  }

  private static Setting setting(TeamsMessage message) {
    return setting(message.author(), message);
  }

  /// Where somebody does something with a message.
  static Setting setting(Author who, TeamsMessage message) {
    return new Setting(who, message.place(), message.conversation());
  }

  /// Tells the bot of a message once more.
  void redeliver(String message) {
    if (!outbox.again(message)) {
      throw Refusal.unknown("The bot was never told of such a message.");
    }
  }

  static Person person(String id) {
    return TeamsWorld.person(id)
        .orElseThrow(() -> Refusal.unknown("There is nobody with the id " + id + "."));
  }

  static Place place(String id, Person person) {
    return TeamsWorld.place(id)
        .filter(place -> place.includes(person))
        .orElseThrow(
            () -> Refusal.unknown("There is no channel " + id + " for " + person.name() + "."));
  }

  /// A message that a person sees.
  TeamsMessage message(Person person, String channel, String id) {
    var place = place(channel, person);
    return store
        .find(id)
        .filter(message -> message.place().equals(place))
        .filter(message -> message.onlyFor().map(person.id()::equals).orElse(true))
        .orElseThrow(() -> Refusal.unknown("The message is not there any more."));
  }
}
