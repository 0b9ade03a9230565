package dev.tiller.app.standin.slack;

import dev.tiller.app.standin.chat.Listeners;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// The workspace's messages. Thread-safe; tells its listeners of each change.
final class SlackStore {

  private final InstantSource clock;
  private final Listeners listeners;
  private final TreeMap<String, SlackMessage> messages = new TreeMap<>();
  private long lastMicros;

  SlackStore(InstantSource clock, Listeners listeners) {
    this.clock = clock;
    this.listeners = listeners;
  }

  /// A new id, later than all before it.
  synchronized String nextTs() {
    Instant now = clock.instant();
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
    lastMicros = Math.max(lastMicros + 1, micros);
    return String.format(Locale.ROOT, "%d.%06d", lastMicros / 1_000_000, lastMicros % 1_000_000);
  }

  void add(SlackMessage message) {
    synchronized (this) {
      messages.put(message.ts(), message);
    }
    listeners.tell();
  }

  /// Changes a message that exists, in one step.
  ///
  /// @throws SlackError from `change`, or `message_not_found`; then nothing has changed
  Change change(String channel, String ts, UnaryOperator<SlackMessage> change) {
    Change done;
    synchronized (this) {
      var before =
          find(channel, ts)
              .filter(message -> message.onlyFor().isEmpty())
              .orElseThrow(() -> new SlackError("message_not_found"));
      done = new Change(before, change.apply(before));
      messages.put(ts, done.after());
    }
    listeners.tell();
    return done;
  }

  /// A message before and after a change.
  record Change(SlackMessage before, SlackMessage after) {}

  void remove(String ts) {
    synchronized (this) {
      messages.remove(ts);
    }
    listeners.tell();
  }

  synchronized Optional<SlackMessage> find(String channel, String ts) {
    return Optional.ofNullable(messages.get(ts))
        .filter(message -> message.channel().equals(channel));
  }

  /// Checks that there can be replies to a message.
  ///
  /// @throws SlackError when it is not there, or a reply itself
  void checkRoot(String channel, String root) {
    var first = find(channel, root).orElseThrow(() -> new SlackError("thread_not_found"));
    if (first.thread().isPresent()) {
      throw new SlackError("cannot_reply_to_message");
    }
  }

  synchronized Optional<SlackMessage> find(String ts) {
    return Optional.ofNullable(messages.get(ts));
  }

  /// All messages, oldest first.
  synchronized List<SlackMessage> all() {
    return List.copyOf(messages.values());
  }

  /// A channel's messages outside of threads that everybody sees, oldest first.
  List<SlackMessage> line(String channel) {
    return all().stream()
        .filter(message -> message.channel().equals(channel))
        .filter(message -> message.thread().isEmpty() && message.onlyFor().isEmpty())
        .toList();
  }

  /// A thread's messages that everybody sees, oldest first.
  List<SlackMessage> thread(String channel, String root) {
    return all().stream()
        .filter(message -> message.channel().equals(channel) && message.root().equals(root))
        .filter(message -> message.onlyFor().isEmpty())
        .toList();
  }
}
