package dev.tiller.app;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lets requests in until it is closed, and knows whether any are inside.
final class Door {

  private static final int ROOM = Integer.MAX_VALUE;

  private final Semaphore room = new Semaphore(ROOM);
  private volatile boolean open = true;

  /// Whether a request may come in; one that may must [#leave] again.
  boolean enter() {
    return open && room.tryAcquire();
  }

  void leave() {
    room.release();
  }

  /// Lets nobody in any more.
  ///
  /// @param patience how long to wait for those inside
  /// @return whether all have left
  boolean close(Duration patience) {
    open = false;
    try {
      return room.tryAcquire(ROOM, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
