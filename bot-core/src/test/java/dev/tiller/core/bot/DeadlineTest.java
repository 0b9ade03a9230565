package dev.tiller.core.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void ofTwoTheEarlierOneCounts() {
    var deadline = Deadline.in(HOUR);

    assertThat(deadline.within(Duration.ofHours(2))).isEqualTo(deadline);
    assertThat(deadline.within(Duration.ofSeconds(5)).left()).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void aReserveMakesItEarlier() {
    assertThat(Deadline.in(HOUR).before(Duration.ofMinutes(10)).left())
        .isBetween(Duration.ofMinutes(40), Duration.ofMinutes(50));
  }

  @Test
  void whatIsOverLeavesNothing() {
    assertThat(Deadline.in(Duration.ZERO).left()).isZero();
    assertThat(Deadline.in(Duration.ZERO).before(HOUR).left()).isZero();
    assertThat(Deadline.in(Duration.ZERO).before(HOUR).within(HOUR).left()).isZero();
  }
}
