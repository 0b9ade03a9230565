package dev.tiller.app.standin.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.teams.TeamsWorld.Author;
import dev.tiller.app.standin.teams.TeamsWorld.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A message as the stand-in keeps it.
///
/// @param id milliseconds of a time, unique in the tenant
/// @param root the id of the thread's first message, its own when it is that; the place's id where
///   there are no threads
/// @param activity as it was sent
/// @param onlyFor the one person who sees it, for targeted messages
/// @param quoted the message that it quotes
/// @param reactions people by reaction, in the order they came
/// @param seenBy the activity as certain people see it since an answer to their click changed it
record TeamsMessage(
    String id,
    Place place,
    String root,
    Author author,
    Instant at,
    boolean edited,
    ObjectNode activity,
    Optional<String> onlyFor,
    Optional<String> quoted,
    Map<String, List<String>> reactions,
    Map<String, ObjectNode> seenBy) {

  TeamsMessage {
    seenBy = Map.copyOf(seenBy);
  }

  /// A message without content as yet.
  static TeamsMessage blank(String id, Place place, String root, Author author, Instant at) {
    return new TeamsMessage(
        id,
        place,
        root,
        author,
        at,
        false,
        Json.object(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Map.of());
  }

  TeamsMessage withActivity(ObjectNode other) {
    return new TeamsMessage(
        id, place, root, author, at, edited, other, onlyFor, quoted, reactions, seenBy);
  }

  TeamsMessage seenOnlyBy(Optional<String> person) {
    return new TeamsMessage(
        id, place, root, author, at, edited, activity, person, quoted, reactions, seenBy);
  }

  TeamsMessage quoting(Optional<String> other) {
    return new TeamsMessage(
        id, place, root, author, at, edited, activity, onlyFor, other, reactions, seenBy);
  }

  boolean hasReaction(String reaction, String person) {
    return reactions.getOrDefault(reaction, List.of()).contains(person);
  }

  /// The same with a person's reaction, or without it where they had put it.
  TeamsMessage reacted(String reaction, String person) {
    var others = new LinkedHashMap<>(reactions);
    var by = new ArrayList<>(others.getOrDefault(reaction, List.of()));
    if (!by.remove(person)) {
      by.add(person);
    }
    others.put(reaction, List.copyOf(by));
    others.values().removeIf(List::isEmpty);
    return new TeamsMessage(
        id, place, root, author, at, edited, activity, onlyFor, quoted, others, seenBy);
  }

  /// The same with new content, for everybody.
  TeamsMessage rewritten(ObjectNode newActivity) {
    return new TeamsMessage(
        id, place, root, author, at, true, newActivity, onlyFor, quoted, reactions, Map.of());
  }

  /// The same with content that one person sees instead.
  TeamsMessage seenAs(String person, ObjectNode otherActivity) {
    var more = new HashMap<>(seenBy);
    more.put(person, otherActivity);
    return new TeamsMessage(
        id, place, root, author, at, edited, activity, onlyFor, quoted, reactions, more);
  }

  /// The conversation it belongs to, as activities and the connector name it.
  String conversation() {
    return place.hasThreads() ? place.id() + ";messageid=" + root : place.id();
  }
}
