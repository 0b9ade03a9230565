package dev.tiller.app.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/// Drops connections whose headers trickle in. Each byte keeps such a connection from being idle,
/// so the idle timeout alone would let it stay.
final class SlowSenders implements Connection.Listener {

  /// A body may fill one whole period and parts of two others without a new request.
  private static final int PERIODS = 3;

  private final Scheduler scheduler;
  private final Duration period;

  SlowSenders(Scheduler scheduler, Duration period) {
    this.scheduler = scheduler;
    this.period = period;
  }

  @Override
  public void onOpened(Connection connection) {
    new Watch(connection).schedule();
  }

  /// Counts the periods in a row in which bytes came and no request did.
  private final class Watch implements Runnable {

    private final Connection connection;
    private long requests;
    private long bytes;
    private int strikes;

    Watch(Connection connection) {
      this.connection = connection;
    }

    void schedule() {
      scheduler.schedule(this, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
      if (!connection.getEndPoint().isOpen()) {
        return;
      }
      boolean trickles = connection.getBytesIn() > bytes && connection.getMessagesIn() == requests;
      strikes = trickles ? strikes + 1 : 0;
      requests = connection.getMessagesIn();
      bytes = connection.getBytesIn();
      if (strikes < PERIODS) {
        schedule();
      } else {
        connection.getEndPoint().close();
      }
    }
  }
}
