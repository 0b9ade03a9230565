package dev.tiller.core.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressPaceTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final ProgressPace pace = new ProgressPace(Duration.ofSeconds(3));

  @Test
  void aStepIsShownAtOnceAfterAMereSignOfLife() {
    assertThat(pace.beat(NOON)).isTrue();

    assertThat(pace.step(NOON.plusMillis(1))).isTrue();
  }

  @Test
  void stepsKeepTheirDistance() {
    assertThat(pace.step(NOON)).isTrue();

    assertThat(pace.step(NOON.plusMillis(2999))).isFalse();
    assertThat(pace.step(NOON.plusSeconds(3))).isTrue();
  }

  @Test
  void signsOfLifeAreShownAboutEveryMinuteAndNotSoonAfterAStep() {
    assertThat(pace.step(NOON)).isTrue();

    assertThat(pace.beat(NOON.plusSeconds(59))).isFalse();
    assertThat(pace.beat(NOON.plusSeconds(60))).isTrue();
    assertThat(pace.beat(NOON.plusSeconds(119))).isFalse();
  }
}
