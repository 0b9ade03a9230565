package dev.tiller.core.bot;

import dev.tiller.core.conversation.Replicas;
import dev.tiller.core.conversation.Replicas.WatchedRun;
import dev.tiller.core.logs.Trace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches running runs, each on a virtual thread, under the one lease of this process. Takes over
/// what no living process watches.
final class Watcher {

  private static final Logger log = LoggerFactory.getLogger(Watcher.class);
  private static final int BATCH = 100;

  /// How often it looks for runs that nobody watches.
  static final Duration LOOKS_EVERY = Duration.ofMillis(500);

  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(2);

  /// What the end of the lease has, however long its renewal hangs.
  private static final Duration LEAVING = Duration.ofMillis(250);

  private final Replicas replicas;
  private final BotSettings settings;
  private final Signal signal;
  private final RunWatch.Factory watches;
  private final Map<UUID, Watched> watched = new ConcurrentHashMap<>();
  private final Thread adopter = Thread.ofVirtual().name("adopt").unstarted(this::loop);
  private final Signal closing = new Signal();
  private final Thread lease = Thread.ofVirtual().name("lease").unstarted(this::keepLease);
  private volatile boolean adopting = true;
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
    lease.start();
    adopter.start();
  }

  private void renew() {
    replicas.renew(settings.replica(), settings.lease());
  }

  private void loop() {
    while (adopting) {
      try {
        adoptOrLog();
        signal.await(LOOKS_EVERY);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void adoptOrLog() {
    try {
      adopt();
    } catch (RuntimeException e) {
      log.atError().setCause(Trace.of(e)).log("taking over runs failed");
    }
  }

  private void keepLease() {
    while (open) {
      try {
        closing.await(settings.lease().dividedBy(3));
        if (open) {
          renew();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        log.atError().setCause(Trace.of(e)).log("renewing the lease failed");
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

  /// Watches nothing any more, so that other processes take over at once. The lease goes on for the
  /// work that is still being done under it.
  void handOver(Deadline deadline) {
    adopting = false;
    signal.raise();
    int runs = watched.size();
    try {
      var end = deadline.within(PATIENCE_AT_CLOSE);
      if (adopter.isAlive()) {
        adopter.join(end.left());
      }
      endAll(watched.values().stream().map(Watched::thread).toList(), end);
      replicas.handOver(settings.replica());
      log.atInfo().addKeyValue("runs", runs).log("watched runs handed over");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.atWarn().setCause(Trace.of(e)).log("watched runs are free when the lease has ended");
    }
  }

  private static void endAll(List<Thread> threads, Deadline end) throws InterruptedException {
    threads.forEach(Thread::interrupt);
    for (var thread : threads) {
      thread.join(end.left());
    }
  }

  /// Ends the lease, and with it the process's claim on anything; tries to, even if its renewal
  /// hangs or the thread is interrupted.
  void closeBy(Deadline deadline) {
    adopting = false;
    signal.raise();
    open = false;
    closing.raise();
    boolean interrupted = false;
    try {
      if (lease.isAlive()) {
        lease.join(deadline.before(LEAVING).within(PATIENCE_AT_CLOSE).left());
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    try {
      lease.interrupt();
      replicas.leave(settings.replica());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
