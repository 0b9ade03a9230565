package dev.tiller.app.standin.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Gestures;
import dev.tiller.app.standin.chat.MessageMenu;
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.chat.SharedFile;
import dev.tiller.app.standin.teams.TeamsWorld.Author;
import java.util.List;
import java.util.Optional;

/// What people do in Teams beside writing and clicking.
final class TeamsGestures implements Gestures {

  /// What Teams' client offers at once, by the ids of "Teams reactions reference"; people can put
  /// any other.
  static final List<String> REACTIONS =
      List.of("274c_crossmark", "1f440_eyes", "2705_whiteheavycheckmark", "like", "heart", "laugh");

  private final Author bot;
  private final TeamsStore store;
  private final TeamsPeople people;
  private final TeamsActivities activities;
  private final TeamsOutbox outbox;
  private final TeamsClient client;
  private final TeamsGraph graph;

  TeamsGestures(
      Author bot,
      TeamsStore store,
      TeamsPeople people,
      TeamsActivities activities,
      TeamsOutbox outbox,
      TeamsClient client,
      TeamsGraph graph) {
    this.bot = bot;
    this.store = store;
    this.people = people;
    this.activities = activities;
    this.outbox = outbox;
    this.client = client;
    this.graph = graph;
  }

  /// The bot is told of reactions to its own messages only.
  @Override
  public void react(String person, String channel, String message, String reaction) {
    var who = TeamsPeople.person(person);
    var seen = people.message(who, channel, message);
    boolean added = !seen.hasReaction(reaction, who.id());
    store.change(message, now -> now.reacted(reaction, who.id()));
    if (seen.author().equals(bot)) {
      var setting = TeamsPeople.setting(who.author(), seen);
      outbox.deliverMore(message, activities.reacted(setting, message, reaction, added));
    }
  }

  @Override
  public Optional<String> choose(String person, String channel, String message, String entry) {
    if (MessageMenu.ofTeams().stream().noneMatch(it -> it.id().equals(entry))) {
      throw Refusal.unknown("The app has no such entry in the menu of messages.");
    }
    var who = TeamsPeople.person(person);
    var seen = people.message(who, channel, message);
    return client.choose(who, seen, entry, payload(seen));
  }

  /// The message as Graph has it; in a channel a reply names its thread.
  private ObjectNode payload(TeamsMessage message) {
    var payload = graph.json(message);
    if (message.place().hasThreads() && !message.root().equals(message.id())) {
      payload.put("replyToId", message.root());
    }
    return payload;
  }

  @Override
  public String quote(
      String person, String channel, String quoted, String text, List<SharedFile> files) {
    var who = TeamsPeople.person(person);
    return people.quote(who, people.message(who, channel, quoted), text, files);
  }

  /// An app is added to a team as a whole, and its General channel is told.
  @Override
  public void add(String person, String channel) {
    tell(person, channel, true);
  }

  @Override
  public void remove(String person, String channel) {
    tell(person, channel, false);
  }

  private void tell(String person, String channel, boolean added) {
    var who = TeamsPeople.person(person);
    var chosen = TeamsPeople.place(channel, who);
    var place = chosen.hasThreads() ? TeamsPeople.place(TeamsWorld.TEAM.id(), who) : chosen;
    var setting = new TeamsActivities.Setting(who.author(), place, place.id());
    var told = Gestures.arrival(channel);
    outbox.deliverMore(told, activities.membership(setting, added));
    outbox.deliverMore(told, activities.installation(setting, added));
  }

  @Override
  public void letRead(boolean granted) {
    graph.grant(granted);
  }
}
