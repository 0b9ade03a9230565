package dev.tiller.core.bot;

import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.conversation.WorkQueue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes work off the queue and has it done, each piece on a virtual thread of its own.
final class Worker implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Worker.class);
  private static final int AT_ONCE = 128;
  private static final int BATCH = 32;
  private static final Duration IDLE = Duration.ofMillis(250);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(10);

  private final WorkQueue queue;
  private final Map<WorkKind, Performer> performers;
  private final Retry retry;
  private final String replica;
  private final InstantSource clock;
  private final Signal signal;
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
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
    Thread.ofVirtual().name("work").start(this::loop);
  }

  private void loop() {
    while (open) {
      try {
        if (begin() == 0) {
          signal.await(IDLE);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        log.atError().setCause(e).log("taking work failed");
        pause();
      }
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
      threads.execute(() -> {
        try {
          perform(item);
        } finally {
          room.release();
          signal.raise();
        }
      });
    }
    return items.size();
  }

  private List<WorkItem> take(int most) {
    return most == 0 ? List.of() : queue.take(replica, most, clock.instant());
  }

  /// Does all that is due now, on the calling thread, until nothing is.
  void performDue() {
    for (var items = take(BATCH); !items.isEmpty(); items = take(BATCH)) {
      items.forEach(this::perform);
    }
  }

  private void perform(WorkItem item) {
    try {
      var performer = performers.get(item.kind());
      if (performer == null) {
        throw new IllegalStateException("nobody does " + item.kind());
      }
      performer.perform(item);
    } catch (RuntimeException e) {
      log.atError()
          .setCause(e)
          .addKeyValue("work", item.id())
          .addKeyValue("kind", item.kind())
          .addKeyValue("attempt", item.attempt())
          .log("work failed unexpectedly");
      giveBack(item);
    }
  }

  private void giveBack(WorkItem item) {
    try {
      retry.unsure(item);
    } catch (RuntimeException e) {
      log.atError()
          .setCause(e)
          .addKeyValue("work", item.id())
          .log("work stays with this process until its lease ends");
    }
  }

  /// Takes nothing new and waits a while for what is being done.
  @Override
  public void close() {
    open = false;
    signal.raise();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE_AT_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      threads.shutdownNow();
    }
  }
}
