package dev.tiller.app.standin.teams;

import dev.tiller.app.standin.chat.Listeners;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The dialogs that are open. Thread-safe; tells its listeners of each change.
final class TeamsForms {

  private final Listeners listeners;
  private final Map<String, TeamsForm> open = new LinkedHashMap<>();

  TeamsForms(Listeners listeners) {
    this.listeners = listeners;
  }

  void put(TeamsForm form) {
    synchronized (this) {
      open.put(form.id(), form);
    }
    listeners.tell();
  }

  void close(TeamsForm form) {
    synchronized (this) {
      open.remove(form.id());
    }
    listeners.tell();
  }

  synchronized Optional<TeamsForm> find(String id) {
    return Optional.ofNullable(open.get(id));
  }

  synchronized List<TeamsForm> all() {
    return List.copyOf(open.values());
  }
}
