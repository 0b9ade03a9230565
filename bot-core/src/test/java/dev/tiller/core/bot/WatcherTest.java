package dev.tiller.core.bot;

import static dev.tiller.core.bot.UsualRules.RULES;
import static dev.tiller.core.conversation.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.core.conversation.Replicas;
import dev.tiller.core.store.DatabaseSettings;
import dev.tiller.core.store.JdbcStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When a process looks for runs that nobody watches. What a look finds after another process has
/// handed over is in `StoreContract`, for both databases.
class WatcherTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final JdbcStore store =
      JdbcStore.open(DatabaseSettings.h2Memory(UUID.randomUUID().toString()), () -> NOON);
  private final Recorded replicas = new Recorded(store.replicas());
  private final Watcher watcher = watcher(BotSettings.of(RULES, "me"));

  @AfterEach
  void close() {
    watcher.closeBy(Deadline.in(SOON));
    store.close();
  }

  private Watcher watcher(BotSettings settings) {
    return new Watcher(
        replicas,
        settings,
        new Signal(),
        (run, nudge) -> {
          throw new AssertionError("there are no runs");
        });
  }

  private static BotSettings withLease(Duration lease) {
    var usual = BotSettings.of(RULES, "me");
    return new BotSettings(
        usual.rules(),
        usual.replica(),
        lease,
        usual.lookAgain(),
        usual.progressEvery(),
        usual.pollEvery(),
        usual.quietAfter(),
        usual.answerWithin(),
        usual.giveUpAfter());
  }

  /// The store's, with what was asked of it, and when it was looked for runs.
  private record Recorded(
      Replicas store,
      List<String> calls,
      List<Long> looks,
      AtomicBoolean broken,
      CountDownLatch hanging,
      AtomicInteger renewals)
      implements Replicas {

    Recorded(Replicas store) {
      this(
          store,
          new CopyOnWriteArrayList<>(),
          new CopyOnWriteArrayList<>(),
          new AtomicBoolean(),
          new CountDownLatch(1),
          new AtomicInteger());
    }

    /// The first one is done, any other hangs.
    @Override
    public void renew(String replica, Duration lease) {
      if (renewals.getAndIncrement() == 0) {
        store.renew(replica, lease);
        return;
      }
      hanging.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void leave(String replica) {
      calls.add("leave");
      store.leave(replica);
    }

    @Override
    public void handOver(String replica) {
      calls.add("hand over");
      store.handOver(replica);
    }

    @Override
    public List<WatchedRun> adopt(String replica, Set<UUID> watched, int limit) {
      looks.add(System.nanoTime());
      calls.add("look");
      if (broken.get()) {
        throw new IllegalStateException("no database");
      }
      return store.adopt(replica, watched, limit);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void itLooksTwiceASecondAlsoWhileLooksFail(boolean fails) {
    replicas.broken().set(fails);

    watcher.start();
    await().until(() -> replicas.looks().size() >= 4);

    var looks = replicas.looks();
    var shortest =
        IntStream.range(1, 4).mapToLong(i -> looks.get(i) - looks.get(i - 1)).min().orElseThrow();
    assertThat(Duration.ofNanos(shortest)).isBetween(Duration.ofMillis(490), Duration.ofSeconds(1));
  }

  @Test
  void onceItHasHandedOverItLooksNoMoreAndItsLeaseEndsLast() {
    watcher.start();
    await().until(() -> !replicas.looks().isEmpty());

    watcher.handOver(Deadline.in(SOON));
    watcher.closeBy(Deadline.in(SOON));

    var calls = replicas.calls();
    assertThat(calls.subList(calls.indexOf("hand over"), calls.size()))
        .containsExactly("hand over", "leave");
  }

  @Test
  void aLeaseWhoseRenewalHangsIsEndedByTheDeadline() throws Exception {
    var renewing = watcher(withLease(Duration.ofMillis(30)));
    renewing.start();
    replicas.hanging().await();

    var ending = Thread.ofVirtual().start(() -> renewing.closeBy(Deadline.in(Duration.ZERO)));

    assertThat(ending.join(Duration.ofSeconds(1))).isTrue();
    assertThat(replicas.calls()).contains("leave");
  }

  @Test
  void itIsEndedAlsoByAThreadThatIsInterruptedMeanwhile() throws Exception {
    var renewing = watcher(withLease(Duration.ofMillis(30)));
    renewing.start();
    replicas.hanging().await();

    Thread.currentThread().interrupt();
    renewing.closeBy(Deadline.in(SOON));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(replicas.calls()).contains("leave");
  }
}
