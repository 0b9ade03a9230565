package dev.tiller.core.bot;

import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.conversation.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Gives work back to be tried again later.
final class Retry {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofSeconds(60);

  /// A longer wait is cut into pieces, so that a stop does not have to wait for its end.
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Store store;
  private final WorkQueue queue;
  private final InstantSource clock;
  private final RandomGenerator random;

  Retry(Store store, InstantSource clock, RandomGenerator random) {
    this.store = store;
    this.queue = store.work();
    this.clock = clock;
    this.random = random;
  }

  /// When a try that was declined may be made again: when the other side said, else by backoff.
  Instant due(WorkItem item, Optional<Duration> asked) {
    return clock.instant().plus(asked.map(Retry::shortened).orElseGet(() -> backoff(item)));
  }

  private static Duration shortened(Duration asked) {
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
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

  /// It will never succeed.
  void giveUp(WorkItem item) {
    store.transact(tx -> {
      if (item.kind() == WorkKind.DELIVER) {
        tx.outbox().abandoned(UUID.fromString(item.subject()), "failed too often");
      }
      tx.done(item);
      return item;
    });
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
