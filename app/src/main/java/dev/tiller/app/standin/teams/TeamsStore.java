package dev.tiller.app.standin.teams;

import dev.tiller.app.standin.chat.Listeners;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The tenant's messages. Thread-safe; tells its listeners of each change.
final class TeamsStore {

  private final InstantSource clock;
  private final Listeners listeners;
  private final Map<String, TeamsMessage> messages = new LinkedHashMap<>();
  private final Map<String, Long> changes = new HashMap<>();
  private long lastId;
  private long lastChange;

  TeamsStore(InstantSource clock, Listeners listeners) {
    this.clock = clock;
    this.listeners = listeners;
  }

  /// A new id, greater than all before it.
  synchronized String nextId() {
    lastId = Math.max(lastId + 1, clock.instant().toEpochMilli());
    return String.valueOf(lastId);
  }

  void put(TeamsMessage message) {
    synchronized (this) {
      messages.put(message.id(), message);
      changes.put(message.id(), ++lastChange);
    }
    listeners.tell();
  }

  /// Changes a message if it is there, in one step.
  ///
  /// @return the message after the change
  Optional<TeamsMessage> change(String id, UnaryOperator<TeamsMessage> change) {
    Optional<TeamsMessage> changed;
    synchronized (this) {
      changed = find(id).map(change);
      changed.ifPresent(message -> {
        messages.put(id, message);
        changes.put(id, ++lastChange);
      });
    }
    listeners.tell();
    return changed;
  }

  void remove(String id) {
    synchronized (this) {
      messages.remove(id);
      changes.remove(id);
    }
    listeners.tell();
  }

  /// Tells the listeners of a change of something else.
  void tell() {
    listeners.tell();
  }

  synchronized Optional<TeamsMessage> find(String id) {
    return Optional.ofNullable(messages.get(id));
  }

  /// All messages, oldest first.
  synchronized List<TeamsMessage> all() {
    return List.copyOf(messages.values());
  }

  /// All messages, the one that was changed last at the end.
  synchronized List<TeamsMessage> allByChange() {
    return messages.values().stream()
        .sorted(Comparator.comparing(message -> changes.getOrDefault(message.id(), 0L)))
        .toList();
  }

  /// Whether a thread has begun with this message.
  boolean isRoot(String place, String id) {
    return find(id).filter(it -> it.place().id().equals(place) && it.root().equals(id)).isPresent();
  }
}
