package dev.tiller.app.standin.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Delivers events in the background, again and again until the bot takes them or the schedule
/// ends.
public final class Deliveries implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Duration> delays;
  private final AtomicInteger underWay = new AtomicInteger();

  /// @param delays how long to wait before each further try
  public Deliveries(List<Duration> delays) {
    this.delays = List.copyOf(delays);
  }

  /// One try of a delivery.
  @FunctionalInterface
  public interface Attempt {

    /// Tries.
    ///
    /// @param number 0 for the first try
    /// @param trouble what was wrong with the try before; empty for the first
    /// @return what is wrong and worth another try; empty when that is the end of it
    Optional<String> make(int number, Optional<String> trouble) throws InterruptedException;
  }

  /// Begins a delivery and returns at once.
  public void begin(Attempt attempt) {
    underWay.incrementAndGet();
    threads.execute(() -> run(attempt));
  }

  /// Whether everything was taken or given up.
  public boolean idle() {
    return underWay.get() == 0;
  }

  private void run(Attempt attempt) {
    try {
      Optional<String> trouble = attempt.make(0, Optional.empty());
      for (int i = 0; i < delays.size() && trouble.isPresent(); i++) {
        Thread.sleep(delays.get(i));
        trouble = attempt.make(i + 1, trouble);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      underWay.decrementAndGet();
    }
  }

  /// Gives up what is under way.
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
