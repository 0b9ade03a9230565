package dev.tiller.slack;

import java.time.Duration;

/// When to try again. Pure.
final class SocketRetry {

  private static final int MOST_DOUBLINGS = 20;

  private SocketRetry() {}

  /// The wait before the next try.
  ///
  /// @param failures how many there were in a row, this one included; 0 after a connection that had
  ///   lasted
  /// @param random 0 to 1, so that replicas do not come all at once
  static Duration after(SocketEnd end, int failures, double random, SocketPace pace) {
    return switch (end) {
      case SocketEnd.Refresh _ when failures == 0 -> Duration.ZERO;
      case SocketEnd.Refresh _ -> backoff(failures, random, pace);
      case SocketEnd.NotNow(_, var delay) ->
          longer(delay.orElse(Duration.ZERO), backoff(failures, random, pace));
      case SocketEnd.Refused _ -> pace.seldom().plus(scaled(pace.seldom(), random / 10));
    };
  }

  private static Duration backoff(int failures, double random, SocketPace pace) {
    long factor = 1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS);
    var most = pace.retry().multipliedBy(factor);
    return scaled(shorter(most, pace.retryMost()), (1 + random) / 2);
  }

  private static Duration scaled(Duration duration, double factor) {
    return Duration.ofNanos((long) (duration.toNanos() * factor));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
