package dev.tiller.app.standin.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.teams.TeamsWorld.Author;
import java.time.InstantSource;
import java.util.Optional;

/// The bot's messages: makes them of what the bot sent.
final class TeamsPosts {

  private final Author bot;
  private final TeamsStore store;
  private final TeamsPictures pictures;
  private final InstantSource clock;

  TeamsPosts(Author bot, TeamsStore store, TeamsPictures pictures, InstantSource clock) {
    this.bot = bot;
    this.store = store;
    this.pictures = pictures;
    this.clock = clock;
  }

  /// Adds a message; in a channel as a whole it begins a thread.
  ///
  /// @param onlyFor the one person who is to see it
  TeamsMessage add(Conversation conversation, ObjectNode sent, Optional<String> onlyFor) {
    var place = conversation.place();
    var id = store.nextId();
    var root = place.hasThreads() ? conversation.root().orElse(id) : place.id();
    var message = TeamsMessage.blank(id, place, root, bot, clock.instant()).seenOnlyBy(onlyFor);
    store.put(message.withActivity(complete(message, sent)));
    return message;
  }

  /// Gives a message new content.
  void rewrite(TeamsMessage message, ObjectNode sent) {
    store.change(message.id(), now -> now.rewritten(complete(now, sent)));
  }

  boolean isOwn(TeamsMessage message) {
    return message.author().equals(bot);
  }

  /// What was sent, with what the service knows better.
  private ObjectNode complete(TeamsMessage message, ObjectNode sent) {
    var activity =
        pictures.putAway(sent).put("id", message.id()).put("timestamp", message.at().toString());
    activity.set("from", TeamsActivities.account(bot));
    return activity.set(
        "conversation", TeamsActivities.conversation(message.place(), message.conversation()));
  }
}
