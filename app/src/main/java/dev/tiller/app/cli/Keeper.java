package dev.tiller.app.cli;

import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a started program running.
@FunctionalInterface
interface Keeper {

  /// Returns when the program is to end.
  void keep(AutoCloseable program) throws InterruptedException;

  /// Keeps it until the process is asked to end (SIGTERM, Ctrl-C), then stops it in order.
  static void untilSignal(AutoCloseable program) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(program), "shutdown"));
    new CountDownLatch(1).await();
  }

  private static void stop(AutoCloseable program) {
    Logger log = LoggerFactory.getLogger(Keeper.class);
    log.info("stopping");
    try {
      program.close();
      log.info("stopped");
    } catch (Exception e) {
      log.atError().setCause(e).log("did not stop cleanly");
    }
  }
}
