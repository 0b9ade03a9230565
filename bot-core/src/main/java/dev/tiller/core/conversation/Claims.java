package dev.tiller.core.conversation;

import java.time.Instant;
import java.util.Optional;

/// What is done once: whoever takes a key first does it.
public interface Claims {

  /// Takes a key for good. False when it was taken before.
  boolean take(String key);

  /// The same as of a time. A key that was taken before keeps the later time of the two.
  boolean take(String key, Instant at);

  /// The time of a key that is taken.
  Optional<Instant> takenAt(String key);

  /// Gives a key back that may be taken again.
  void release(String key);
}
