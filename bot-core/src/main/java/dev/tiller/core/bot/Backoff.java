package dev.tiller.core.bot;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next try: doubling, capped, jittered.
final class Backoff {

  private Backoff() {}

  /// @param attempt the try that just failed, from 1
  static Duration after(int attempt, Duration first, Duration most, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(Math.max(0, attempt - 1), 20);
    long capped = Math.min(most.toMillis(), Math.max(first.toMillis(), doubled));
    return Duration.ofMillis(capped / 2 + random.nextLong(capped / 2 + 1));
  }
}
