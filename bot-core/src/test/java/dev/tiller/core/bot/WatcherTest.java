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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// When a process looks for runs that nobody watches. What a look finds after another process has
/// handed over is in `StoreContract`, for both databases.
class WatcherTest {

  private final JdbcStore store =
      JdbcStore.open(DatabaseSettings.h2Memory(UUID.randomUUID().toString()), () -> NOON);
  private final Recorded replicas = new Recorded(store.replicas());
  private final GivenTime time = new GivenTime();
  private final Watcher watcher =
      new Watcher(
          replicas,
          BotSettings.of(RULES, "me"),
          time,
          (run, nudge) -> {
            throw new AssertionError("there are no runs");
          });

  @AfterEach
  void close() {
    watcher.close();
    store.close();
  }

  /// Time that passes as soon as somebody waits for it, until it is not wanted any more.
  private static final class GivenTime extends Signal {

    private static final int PASSES = 10;

    final List<Duration> waits = new CopyOnWriteArrayList<>();

    @Override
    void await(Duration most) throws InterruptedException {
      waits.add(most);
      if (waits.size() >= PASSES) {
        super.await(Duration.ofMinutes(1));
      }
    }
  }

  /// The store's, with what was asked of it.
  private record Recorded(Replicas store, List<String> calls) implements Replicas {

    Recorded(Replicas store) {
      this(store, new CopyOnWriteArrayList<>());
    }

    @Override
    public void renew(String replica, Duration lease) {
      store.renew(replica, lease);
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
      calls.add("look");
      return store.adopt(replica, watched, limit);
    }
  }

  @Test
  void itLooksTwiceASecond() {
    watcher.start();

    await().until(() -> time.waits.size() == GivenTime.PASSES);

    assertThat(replicas.calls()).containsOnly("look").hasSize(GivenTime.PASSES);
    var passed = time.waits.stream().skip(1).reduce(Duration.ZERO, Duration::plus);
    assertThat(passed).isLessThanOrEqualTo(Duration.ofMillis(500L * (GivenTime.PASSES - 1)));
  }

  @Test
  void onceItHasHandedOverItLooksNoMoreAndItsLeaseEndsLast() {
    watcher.start();
    await().until(() -> time.waits.size() == GivenTime.PASSES);

    watcher.handOver(Deadline.in(Duration.ofSeconds(10)));
    watcher.close();

    var calls = replicas.calls();
    assertThat(calls.subList(calls.indexOf("hand over"), calls.size()))
        .containsExactly("hand over", "leave");
  }
}
