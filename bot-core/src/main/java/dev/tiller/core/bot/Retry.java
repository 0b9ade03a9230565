package dev.tiller.core.bot;

import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.chat.ChatFailure;
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

  /// Gives it back for another harmless try after a failure that may pass, unless there were enough
  /// tries. False when that was the last one.
  boolean upTo(int tries, WorkItem item, ChatFailure failure) {
    return switch (failure) {
      case ChatFailure.NotNow notNow -> upTo(tries, item, notNow.delay());
      case ChatFailure.OutcomeUnknown _ -> upTo(tries, item, Optional.empty());
      case ChatFailure.Refused _, ChatFailure.Gone _ -> false;
    };
  }

  /// The same for a failure of the service.
  boolean upTo(int tries, WorkItem item, CloudAgentsException failure) {
    return switch (failure) {
      case CloudAgentsException.NotNow notNow -> upTo(tries, item, notNow.delay());
      case CloudAgentsException.OutcomeUnknown _ -> upTo(tries, item, Optional.empty());
      case CloudAgentsException.Refused _,
          CloudAgentsException.Busy _,
          CloudAgentsException.Gone _,
          CloudAgentsException.AlreadyLaunched _ ->
          false;
    };
  }

  /// The same where nothing failed.
  ///
  /// @param asked how long the other side asked to wait
  boolean upTo(int tries, WorkItem item, Optional<Duration> asked) {
    if (item.attempt() >= tries) {
      return false;
    }
    harmless(item, due(item, asked));
    return true;
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
