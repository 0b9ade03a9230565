package dev.tiller.core.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tiller.core.agents.CloudAgentsException.NotNow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class GateTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Instant now = ScriptedCursor.NOW;
  private final Gate gate = new Gate(() -> now, 2);

  @ParameterizedTest
  @EnumSource(Call.class)
  void whileTheServiceIsDownCallsAreTurnedAwayWithTheTimeThatIsLeft(Call call) {
    goDown();
    now = now.plusSeconds(5);

    assertThatThrownBy(() -> gate.enter(call, PATIENCE))
        .isInstanceOfSatisfying(
            NotNow.class, e -> assertThat(e.delay()).contains(Gate.PAUSE.minusSeconds(5)));
  }

  @Test
  void afterThePauseAFewCallsTryAndTheOthersWaitForThem() {
    goDown();
    now = now.plus(Gate.PAUSE).plusMillis(1);

    try (var one = enter(Call.LAUNCH);
        var two = enter(Call.LAUNCH);
        var three = enter(Call.LAUNCH)) {
      assertThatThrownBy(() -> enter(Call.LAUNCH))
          .isInstanceOfSatisfying(
              NotNow.class, e -> assertThat(e.delay().orElseThrow()).isPositive());
      one.judge(false);
      two.judge(false);
      three.judge(false);
    }

    judge(false);
  }

  @Test
  void aServiceThatIsStillDownAfterThePauseIsLeftAloneForAnother() {
    goDown();
    now = now.plus(Gate.PAUSE).plusMillis(1);
    judge(true);
    judge(true);
    judge(true);

    assertThatThrownBy(() -> enter(Call.READ))
        .isInstanceOfSatisfying(NotNow.class, e -> assertThat(e.delay()).contains(Gate.PAUSE));
  }

  @Test
  void aFewFailuresAmongSuccessesAreNoOutage() {
    for (int i = 0; i < 100; i++) {
      judge(i % 3 == 0);
    }
  }

  @Test
  void fewerFailuresThanCanTellAreNoOutage() {
    for (int i = 0; i < Gate.FEWEST - 1; i++) {
      judge(true);
    }

    judge(false);
  }

  @Test
  void callsWithoutAVerdictSayNothing() {
    goDown();
    now = now.plus(Gate.PAUSE).plusMillis(1);
    for (int i = 0; i < 10; i++) {
      enter(Call.LAUNCH).close();
    }
    judge(false);
    judge(false);
    judge(false);

    judge(false);
  }

  @Test
  void moreReadsThanMayGoOnAtOnceWaitForTheirTurn() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting = new ArrayList<Future<?>>();
      try (var _ = enter(Call.READ);
          var _ = enter(Call.READ);
          var launch = enter(Call.LAUNCH)) {
        launch.judge(false);
        assertThatThrownBy(() -> gate.enter(Call.READ, Duration.ZERO)).isInstanceOf(NotNow.class);
        waiting.add(threads.submit(() -> enter(Call.READ).close()));
      }
      for (var turn : waiting) {
        turn.get();
      }
    }
  }

  @Test
  void aReadThatIsInterruptedWhileItWaitsIsNotNowAndStaysInterrupted() throws Exception {
    try (var _ = enter(Call.READ);
        var _ = enter(Call.READ)) {
      var ended = new ArrayList<Boolean>();
      var waiting =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  enter(Call.READ).close();
                } catch (NotNow e) {
                  ended.add(Thread.currentThread().isInterrupted());
                }
              });
      await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

      waiting.interrupt();
      waiting.join();

      assertThat(ended).containsExactly(true);
    }
  }

  private Gate.Pass enter(Call call) {
    return gate.enter(call, PATIENCE);
  }

  private void judge(boolean outage) {
    try (var pass = enter(Call.READ)) {
      pass.judge(outage);
    }
  }

  private void goDown() {
    for (int i = 0; i < Gate.FEWEST; i++) {
      judge(true);
    }
  }
}
