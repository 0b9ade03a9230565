package dev.tiller.core.bot;

import java.time.Duration;
import java.time.Instant;

/// How often a run's card may show what is new. A sign of life never holds back a step that comes
/// right after it: nothing else may come for a long time.
final class ProgressPace {

  private static final Duration BEAT = Duration.ofMinutes(1);

  private final Duration every;
  private Instant stepAt = Instant.MIN;
  private Instant beatAt = Instant.MIN;

  /// @param every the shortest time between two steps that are shown
  ProgressPace(Duration every) {
    this.every = every;
  }

  /// Whether a step may be shown now, which counts as shown then.
  boolean step(Instant now) {
    if (now.isBefore(stepAt.plus(every))) {
      return false;
    }
    stepAt = now;
    beatAt = now;
    return true;
  }

  /// Whether it is time to show that it is still at work, which counts as shown then.
  boolean beat(Instant now) {
    if (now.isBefore(beatAt.plus(BEAT))) {
      return false;
    }
    beatAt = now;
    return true;
  }
}
