package dev.tiller.core.decide;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/// What a decision needs of the outside: the time, and new ids.
public record Moment(Instant now, Supplier<UUID> ids) {

  UUID newId() {
    return ids.get();
  }
}
