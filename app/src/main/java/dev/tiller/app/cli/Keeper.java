package dev.tiller.app.cli;

import dev.tiller.core.logs.Trace;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a started program running.
@FunctionalInterface
interface Keeper {

  /// Supervisors are told to wait for half a minute.
  Duration STOPS_WITHIN = Duration.ofSeconds(25);

  /// Returns when the program is to end.
  void keep(AutoCloseable program) throws InterruptedException;

  /// Keeps it until the process is asked to end (SIGTERM, Ctrl-C), then stops it in order.
  static void untilSignal(AutoCloseable program) throws InterruptedException {
    stopOnSignal(program, STOPS_WITHIN);
    new CountDownLatch(1).await();
  }

  /// From now on the process stops the program in order when it is asked to end.
  ///
  /// @param patience how long a stop may take before the process ends all the same
  static void stopOnSignal(AutoCloseable program, Duration patience) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(program, patience), "shutdown"));
  }

  private static void stop(AutoCloseable program, Duration patience) {
    Logger log = LoggerFactory.getLogger(Keeper.class);
    log.info("stopping");
    try {
      if (Thread.ofVirtual().name("stop").start(() -> close(program, log)).join(patience)) {
        log.info("stopped");
      } else {
        log.atWarn().addKeyValue("after", patience).log("left without having stopped");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(AutoCloseable program, Logger log) {
    try {
      program.close();
    } catch (Exception e) {
      log.atError().setCause(Trace.of(e)).log("did not stop cleanly");
    }
  }
}
