package dev.tiller.core.bot;

import static dev.tiller.core.conversation.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.conversation.WorkQueue;
import dev.tiller.core.store.DatabaseSettings;
import dev.tiller.core.store.JdbcStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A worker is asked to end while it does something that hangs.
@Timeout(30)
class WorkerStopTest {

  private final JdbcStore store =
      JdbcStore.open(DatabaseSettings.h2Memory(UUID.randomUUID().toString()), () -> NOON);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final AtomicBoolean given = new AtomicBoolean();

  @AfterEach
  void close() {
    store.close();
  }

  /// Gives out one piece of work, once.
  private final class OnePiece implements WorkQueue {

    @Override
    public List<WorkItem> take(String owner, int limit, Instant now) {
      var item =
          new WorkItem(1, "lane", WorkKind.EXPIRE, UUID.randomUUID(), "subject", 1, false, owner);
      return given.getAndSet(true) ? List.of() : List.of(item);
    }

    @Override
    public void again(WorkItem item, Instant due, boolean unsure) {}

    @Override
    public void release(String owner, Set<Long> held) {}

    @Override
    public boolean isEmpty() {
      return given.get();
    }
  }

  private void hang() {
    begun.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
  }

  private Worker worker() {
    return new Worker(
        new OnePiece(),
        Map.of(WorkKind.EXPIRE, _ -> hang()),
        new Retry(store, () -> NOON, new Random(1)),
        "me",
        () -> NOON,
        new Signal());
  }

  @Test
  void whatHangsIsInterruptedWhenTheDeadlineComes() throws Exception {
    var worker = worker();
    worker.start();
    begun.await();

    worker.finish(Deadline.in(Duration.ofMillis(1200)));

    assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
  }
}
