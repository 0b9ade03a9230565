package dev.tiller.core.bot;

import dev.tiller.core.conversation.Replicas;
import dev.tiller.core.conversation.Replicas.WatchedRun;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches running runs, each on a virtual thread, under the one lease of this process. Takes over
/// what no living process watches.
final class Watcher implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Watcher.class);
  private static final int BATCH = 100;
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(2);

  private final Replicas replicas;
  private final BotSettings settings;
  private final Signal signal;
  private final RunWatch.Factory watches;
  private final Map<UUID, Watched> watched = new ConcurrentHashMap<>();
  private volatile boolean open = true;

  private record Watched(Thread thread, Signal nudge) {}

  Watcher(Replicas replicas, BotSettings settings, Signal signal, RunWatch.Factory watches) {
    this.replicas = replicas;
    this.settings = settings;
    this.signal = signal;
    this.watches = watches;
  }

  /// Begins the lease, before any work is taken under it.
  void start() {
    replicas.renew(settings.replica(), settings.lease());
    Thread.ofVirtual().name("lease").start(() -> every(settings.lease().dividedBy(3), this::renew));
    Thread.ofVirtual().name("adopt").start(this::loop);
  }

  private void renew() {
    replicas.renew(settings.replica(), settings.lease());
  }

  private void loop() {
    while (open) {
      try {
        adopt();
        signal.await(Duration.ofMillis(500));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        log.atError().setCause(e).log("taking over runs failed");
      }
    }
  }

  private void every(Duration pause, Runnable task) {
    var never = new Signal();
    while (open) {
      try {
        never.await(pause);
        if (open) {
          task.run();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        log.atError().setCause(e).log("renewing the lease failed");
      }
    }
  }

  private void adopt() {
    for (var run : replicas.adopt(settings.replica(), Set.copyOf(watched.keySet()), BATCH)) {
      var nudge = new Signal();
      var thread = Thread.ofVirtual().name("watch").unstarted(() -> watch(run, nudge));
      watched.put(run.run(), new Watched(thread, nudge));
      thread.start();
    }
  }

  private void watch(WatchedRun run, Signal nudge) {
    try {
      watches.of(run, nudge).follow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      watched.remove(run.run());
    }
  }

  /// Has a run looked at soon, if it is watched here.
  void nudge(UUID run) {
    var its = watched.get(run);
    if (its != null) {
      its.nudge().raise();
    }
  }

  @Override
  public void close() {
    open = false;
    signal.raise();
    var threads = watched.values().stream().map(Watched::thread).toList();
    threads.forEach(Thread::interrupt);
    threads.forEach(Watcher::awaitEnd);
    replicas.leave(settings.replica());
  }

  private static void awaitEnd(Thread thread) {
    try {
      thread.join(PATIENCE_AT_CLOSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
