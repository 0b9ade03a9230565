package dev.tiller.app.standin.teams;

import dev.tiller.app.standin.teams.TeamsWorld.Place;
import java.util.Optional;

/// A conversation as the connector names it: a place and, in channels, perhaps a thread.
///
/// @param root absent for a channel as a whole and where there are no threads
record Conversation(Place place, Optional<String> root) {

  private static final String THREAD = ";messageid=";

  /// Reads an id.
  ///
  /// @throws TeamsError when there is no such conversation
  static Conversation of(String id, TeamsStore store) {
    int cut = id.indexOf(THREAD);
    var place =
        TeamsWorld.place(cut < 0 ? id : id.substring(0, cut))
            .orElseThrow(TeamsError::unknownConversation);
    if (cut < 0) {
      return new Conversation(place, Optional.empty());
    }
    var root = id.substring(cut + THREAD.length());
    if (!place.hasThreads() || !store.isRoot(place.id(), root)) {
      throw TeamsError.unknownConversation();
    }
    return new Conversation(place, Optional.of(root));
  }

  /// Whether a message belongs to it.
  boolean has(TeamsMessage message) {
    return message.place().equals(place) && root.map(message.root()::equals).orElse(true);
  }
}
