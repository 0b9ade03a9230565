package dev.tiller.core.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forces an H2 file to the disk about once a second while there is something new. H2 itself leaves
/// that to the operating system, so that a power cut could lose much more.
final class Checkpoints implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);

  private static final String WRITES =
      "select setting_value from information_schema.settings where setting_name = 'info.FILE_WRITE'";

  private final Jdbi jdbi;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("checkpoint").factory());
  private String forced = "";
  private boolean failing;

  Checkpoints(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void start() {
    var _ = timer.scheduleWithFixedDelay(this::forceQuietly, 1, 1, TimeUnit.SECONDS);
  }

  private void forceQuietly() {
    try {
      var _ = force();
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        log.atWarn().addKeyValue("error", e.getClass().getSimpleName()).log("checkpoint failed");
      }
      failing = true;
    }
  }

  /// Forces what is new to the disk.
  ///
  /// @return whether anything was new
  boolean force() {
    return jdbi.withHandle(handle -> {
      var written = writes(handle);
      if (written.equals(forced)) {
        return false;
      }
      handle.execute("checkpoint sync");
      forced = written;
      return true;
    });
  }

  /// How often H2 has written to the file since it was opened.
  private static String writes(Handle handle) {
    return handle.createQuery(WRITES).mapTo(String.class).one();
  }

  @Override
  public void close() {
    timer.shutdown();
    try {
      var _ = timer.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
