package dev.tiller.teams;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A time that a test moves.
final class MovableClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-11-01T10:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void advance(Duration by) {
    now = now.plus(by);
  }
}
