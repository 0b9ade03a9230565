package dev.tiller.core.bot;

import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.conversation.WorkQueue;
import dev.tiller.core.logs.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes work off the queue and has it done, each piece on a virtual thread of its own.
final class Worker {

  private static final Logger log = LoggerFactory.getLogger(Worker.class);
  private static final int AT_ONCE = 1024;
  private static final int HOPELESS = 20;
  private static final Duration TIDY_EVERY = Duration.ofSeconds(10);
  private static final int BATCH = 32;
  private static final Duration IDLE = Duration.ofMillis(250);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(10);

  /// What a piece has that is interrupted.
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final WorkQueue queue;
  private final Map<WorkKind, Performer> performers;
  private final Retry retry;
  private final String replica;
  private final InstantSource clock;
  private final Signal signal;
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Long> held = ConcurrentHashMap.newKeySet();
  private final Thread loop = Thread.ofVirtual().name("work").unstarted(this::loop);
  private Instant tidiedAt = Instant.MIN;
  private volatile boolean open = true;

  Worker(
      WorkQueue queue,
      Map<WorkKind, Performer> performers,
      Retry retry,
      String replica,
      InstantSource clock,
      Signal signal) {
    this.queue = queue;
    this.performers = Map.copyOf(performers);
    this.retry = retry;
    this.replica = replica;
    this.clock = clock;
    this.signal = signal;
  }

  void start() {
    loop.start();
  }

  private void loop() {
    while (open) {
      try {
        tidy();
        if (begin() == 0) {
          signal.await(IDLE);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        log.atError().setCause(Trace.of(e)).log("taking work failed");
        pause();
      }
    }
  }

  /// On the thread that takes work, so that nothing is freed that was taken just now.
  private void tidy() {
    var now = clock.instant();
    if (now.isAfter(tidiedAt.plus(TIDY_EVERY))) {
      queue.release(replica, Set.copyOf(held));
      tidiedAt = now;
    }
  }

  private void pause() {
    try {
      signal.await(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      open = false;
    }
  }

  private int begin() throws InterruptedException {
    var items = take(Math.min(BATCH, room.availablePermits()));
    for (var item : items) {
      room.acquire();
      held.add(item.id());
      threads.execute(() -> performAndRelease(item));
    }
    return items.size();
  }

  private void performAndRelease(WorkItem item) {
    try {
      perform(item);
    } finally {
      held.remove(item.id());
      room.release();
      signal.raise();
    }
  }

  private List<WorkItem> take(int most) {
    return most == 0 ? List.of() : queue.take(replica, most, clock.instant());
  }

  private void perform(WorkItem item) {
    try {
      var performer = performers.get(item.kind());
      if (performer == null) {
        throw new IllegalStateException("nobody does " + item.kind());
      }
      performer.perform(item);
    } catch (RuntimeException | Error e) {
      log.atError()
          .setCause(Trace.of(e))
          .addKeyValue("work", item.id())
          .addKeyValue("kind", item.kind())
          .addKeyValue("attempt", item.attempt())
          .log("work failed unexpectedly");
      giveBack(item);
    }
  }

  /// What only shows something is given up in the end, so that it does not block its thread for
  /// ever.
  private void giveBack(WorkItem item) {
    try {
      if (item.attempt() >= HOPELESS && item.kind().shows()) {
        retry.giveUp(item);
      } else {
        retry.unsure(item);
      }
    } catch (RuntimeException e) {
      log.atError()
          .setCause(Trace.of(e))
          .addKeyValue("work", item.id())
          .log("work is given back later");
    }
  }

  /// Takes nothing new and waits a while for what is being done; what is not done then, shortly
  /// before the deadline at the latest, is interrupted.
  void finish(Deadline deadline) {
    open = false;
    signal.raise();
    try {
      var end = deadline.before(LAST_WORDS).within(PATIENCE_AT_CLOSE);
      if (loop.isAlive()) {
        loop.join(end.left());
      }
      threads.shutdown();
      if (!threads.awaitTermination(end.left().toNanos(), TimeUnit.NANOSECONDS)) {
        log.atInfo().addKeyValue("pieces", held.size()).log("work is left unfinished");
        threads.shutdownNow();
        var last = deadline.within(LAST_WORDS).left();
        var _ = threads.awaitTermination(last.toNanos(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      threads.shutdownNow();
    }
  }
}
