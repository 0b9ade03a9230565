package dev.tiller.app.standin.cursor;

import java.time.Duration;

/// How fast runs go.
///
/// @param create how long a run is `CREATING`
/// @param step between two visible steps, and from the last one to the ending
/// @param steps how many visible steps a run has
/// @param manual runs stay `RUNNING` until they are told how to end
public record Pace(Duration create, Duration step, int steps, boolean manual) {

  private static final int SLOW = 6;

  public Pace {
    if (create.isNegative() || step.isNegative() || steps < 0) {
      throw new IllegalArgumentException("a pace cannot be negative");
    }
  }

  /// About eight seconds with ten steps: something to look at.
  public static Pace playground() {
    return new Pace(Duration.ofSeconds(1), Duration.ofMillis(650), 10, false);
  }

  /// A few milliseconds with four steps.
  public static Pace quick() {
    return new Pace(Duration.ofMillis(5), Duration.ofMillis(2), 4, false);
  }

  /// Runs that are driven by [CursorStandIn#step] and [CursorStandIn#finish].
  public static Pace manually() {
    return new Pace(Duration.ofMillis(1), Duration.ZERO, 0, true);
  }

  /// Six times longer.
  Pace slow() {
    return new Pace(create.multipliedBy(SLOW), step.multipliedBy(SLOW), steps, manual);
  }
}
