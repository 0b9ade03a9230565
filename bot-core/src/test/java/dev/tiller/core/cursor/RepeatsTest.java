package dev.tiller.core.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatsTest {

  @Test
  void aBrokenLineIsTriedAgainAndATimeOutIsNot() {
    assertThat(triesOf(new IOException("reset"))).isEqualTo(3);
    assertThat(triesOf(new ConnectException("refused"))).isEqualTo(3);
    assertThat(triesOf(new HttpConnectTimeoutException("slow"))).isEqualTo(1);
    assertThat(triesOf(new TimeoutException("slow"))).isEqualTo(1);
    assertThat(triesOf(new InterruptedException())).isEqualTo(1);
  }

  private static int triesOf(Exception cause) {
    var tries = new AtomicInteger();
    var repeats = new Repeats(new RetryBudget(10), _ -> {}, new Random(1));
    assertThatThrownBy(() ->
            repeats.of(() -> {
              tries.incrementAndGet();
              throw new NoAnswer("no_answer", cause);
            }))
        .isInstanceOf(NoAnswer.class);
    return tries.get();
  }

  @Test
  void theBudgetBoundsTheRepetitionsOfAllCallers() {
    var budget = new RetryBudget(2);

    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isFalse();
    for (int i = 0; i < 9; i++) {
      budget.succeeded();
    }
    assertThat(budget.take()).isFalse();
    budget.succeeded();
    assertThat(budget.take()).isTrue();
  }

  @Test
  void successesFillTheBudgetOnlyToItsBrim() {
    var budget = new RetryBudget(1);
    for (int i = 0; i < 100; i++) {
      budget.succeeded();
    }

    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isFalse();
  }
}
