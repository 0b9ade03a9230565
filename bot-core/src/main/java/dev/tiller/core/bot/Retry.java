package dev.tiller.core.bot;

import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.conversation.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Gives work back to be tried again later.
final class Retry {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofSeconds(60);

  private final WorkQueue queue;
  private final InstantSource clock;
  private final RandomGenerator random;

  Retry(WorkQueue queue, InstantSource clock, RandomGenerator random) {
    this.queue = queue;
    this.clock = clock;
    this.random = random;
  }

  /// When a try that was declined may be made again: when the other side said, else by backoff.
  Instant due(WorkItem item, Optional<Duration> asked) {
    return clock.instant().plus(asked.orElseGet(() -> backoff(item)));
  }

  private Duration backoff(WorkItem item) {
    return Backoff.after(item.attempt(), FIRST, MOST, random);
  }

  /// The try certainly had no effect.
  void harmless(WorkItem item, Instant due) {
    queue.again(item, due, false);
  }

  void harmless(WorkItem item) {
    harmless(item, due(item, Optional.empty()));
  }

  /// As [#harmless] or [#unsure], at a given time.
  void again(WorkItem item, Instant due, boolean unsure) {
    queue.again(item, due, unsure);
  }

  /// There is more to do at once.
  void now(WorkItem item) {
    harmless(item, clock.instant());
  }

  /// The try may have had its effect.
  void unsure(WorkItem item, Duration after) {
    queue.again(item, clock.instant().plus(after), true);
  }

  void unsure(WorkItem item) {
    unsure(item, backoff(item));
  }
}
