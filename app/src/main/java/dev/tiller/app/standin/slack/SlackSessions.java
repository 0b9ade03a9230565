package dev.tiller.app.standin.slack;

import dev.tiller.app.standin.chat.Listeners;
import dev.tiller.app.standin.chat.PlatformView.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What Slack shows of an agent's work in threads (Slack, "Agent sessions", 2026). Thread-safe;
/// tells its listeners of each change.
final class SlackSessions {

  private final Listeners listeners;
  private final Map<Place, String> statuses = new HashMap<>();

  SlackSessions(Listeners listeners) {
    this.listeners = listeners;
  }

  private record Place(String channel, String root) {}

  void set(String channel, String root, String status) {
    synchronized (this) {
      statuses.put(new Place(channel, root), status);
    }
    listeners.tell();
  }

  /// `processing`, `active`, `suspended` or `closed`; empty for a thread without a session.
  synchronized Optional<String> status(String channel, String root) {
    return Optional.ofNullable(statuses.get(new Place(channel, root)));
  }

  /// The threads in which Slack shows that the app is at work, with a stop button.
  synchronized List<Session> processing() {
    return statuses.entrySet().stream()
        .filter(session -> session.getValue().equals("processing"))
        .map(session -> new Session(session.getKey().channel(), session.getKey().root(), true))
        .toList();
  }
}
