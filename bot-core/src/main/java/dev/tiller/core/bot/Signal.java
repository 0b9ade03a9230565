package dev.tiller.core.bot;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A flag that one thread waits for and any thread raises. Raised twice before it is seen counts
/// once.
final class Signal {

  private final Semaphore raised = new Semaphore(0);

  void raise() {
    if (raised.availablePermits() == 0) {
      raised.release();
    }
  }

  /// Waits until the flag is raised or the time is over, and lowers it.
  void await(Duration most) throws InterruptedException {
    if (raised.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
      raised.drainPermits();
    }
  }
}
