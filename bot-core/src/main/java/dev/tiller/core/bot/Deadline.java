package dev.tiller.core.bot;

import java.time.Duration;

/// The instant by which something must be over, whatever it consists of. It is handed down from
/// whoever set it, so that no wait adds to another.
///
/// @param nanos by [System#nanoTime]
public record Deadline(long nanos) {

  /// So long from now.
  public static Deadline in(Duration most) {
    return new Deadline(System.nanoTime() + most.toNanos());
  }

  /// How long it still is; zero when it is over.
  public Duration left() {
    return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }

  /// The earlier of this one and one that is so long from now.
  public Deadline within(Duration most) {
    return left().compareTo(most) <= 0 ? this : in(most);
  }

  /// This one, but so much earlier.
  public Deadline before(Duration reserve) {
    return new Deadline(nanos - reserve.toNanos());
  }
}
