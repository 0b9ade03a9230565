package dev.tiller.app.standin.slack;

import dev.tiller.app.standin.chat.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// Trigger ids: a click's permission to open one form within three seconds. Thread-safe.
final class Triggers {

  private static final Duration LIFE = Duration.ofSeconds(3);

  private final InstantSource clock;
  private final Map<String, Trigger> issued = new HashMap<>();

  Triggers(InstantSource clock) {
    this.clock = clock;
  }

  private record Trigger(String person, Instant until, boolean used) {}

  synchronized String issue(String person) {
    var now = clock.instant();
    issued.values().removeIf(trigger -> trigger.until().isBefore(now.minusSeconds(60)));
    var id = now.toEpochMilli() + "." + now.getEpochSecond() + "." + Ids.random("", 16);
    issued.put(id, new Trigger(person, now.plus(LIFE), false));
    return id;
  }

  /// Uses a trigger.
  ///
  /// @return the person who clicked
  /// @throws SlackError when it is unknown, too old, or was used before
  synchronized String exchange(String id) {
    var trigger = issued.get(id);
    if (trigger == null) {
      throw new SlackError("invalid_trigger_id");
    }
    if (trigger.used()) {
      throw new SlackError("exchanged_trigger_id");
    }
    if (clock.instant().isAfter(trigger.until())) {
      throw new SlackError("expired_trigger_id");
    }
    issued.put(id, new Trigger(trigger.person(), trigger.until(), true));
    return trigger.person();
  }
}
