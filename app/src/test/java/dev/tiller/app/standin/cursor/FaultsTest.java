package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.app.standin.chat.MovableClock;
import dev.tiller.app.standin.cursor.FaultRule.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private static final Fault FAULT = new Fault.LostAnswer();

  private final MovableClock clock = new MovableClock();
  private final Faults faults = new Faults(clock);

  @Test
  void aRuleHitsEveryNthCallFromTheFirstOn() {
    faults.add(FaultRule.of(Operation.ME, When.every(3), FAULT));

    assertThat(hits(7)).containsExactly(1, 4, 7);
  }

  @Test
  void aRuleCanBeginLaterAndEnd() {
    faults.add(FaultRule.of(Operation.ME, new When(2, 2, 2, Duration.ZERO), FAULT));

    assertThat(hits(9)).containsExactly(2, 4);
    assertThat(faults.active()).isEmpty();
  }

  @Test
  void aRuleCanLastForATime() {
    faults.add(FaultRule.of(Operation.ME, When.during(Duration.ofMinutes(1)), FAULT));

    assertThat(hits(2)).containsExactly(1, 2);
    clock.pass(Duration.ofSeconds(59));
    assertThat(hits(1)).containsExactly(1);
    clock.pass(Duration.ofSeconds(1));
    assertThat(faults.active()).isEmpty();
    assertThat(hits(1)).isEmpty();
  }

  @Test
  void aRuleCanBeAboutOneAgent() {
    faults.add(new FaultRule(Optional.empty(), Optional.of("bc-1"), When.always(), FAULT));

    assertThat(faults.take(Operation.GET_AGENT, Optional.of("bc-1"))).containsExactly(FAULT);
    assertThat(faults.take(Operation.GET_AGENT, Optional.of("bc-2"))).isEmpty();
    assertThat(faults.take(Operation.ME, Optional.empty())).isEmpty();
  }

  @Test
  void aRuleForAnyOperationHitsWhereItsFaultCanHappen() {
    faults.add(
        new FaultRule(
            Optional.empty(), Optional.empty(), When.next(1), new Fault.ReplayedStream()));

    assertThat(faults.take(Operation.ME, Optional.empty())).isEmpty();
    assertThat(faults.take(Operation.STREAM, Optional.empty())).hasSize(1);
  }

  @Test
  void aRuleThatCannotHitIsRefused() {
    assertThatThrownBy(
            () -> FaultRule.of(Operation.ME, When.always(), new Fault.CutStream(1, false)))
        .hasMessage("the fault `cut-stream` cannot happen in `me`, only in `stream`");
  }

  @Test
  void aCallSuffersFromAllRulesThatHitIt() {
    faults.next(Operation.ME, FAULT);
    faults.next(Operation.ME, new Fault.ExtraFields());

    assertThat(faults.take(Operation.ME, Optional.empty())).hasSize(2);
  }

  @Test
  void rulesTellHowOftenTheyHitAndWillHit() {
    faults.next(Operation.ME, 3, FAULT);
    long always = faults.add(FaultRule.of(Operation.ME, When.always(), FAULT));
    hits(2);

    assertThat(faults.active()).extracting(Faults.Active::hits).containsExactly(2, 2);
    assertThat(faults.active())
        .extracting(Faults.Active::left)
        .containsExactly(Optional.of(1), Optional.empty());
    faults.remove(always);
    assertThat(faults.active()).hasSize(1);
  }

  @Test
  void listenersLearnOfRulesAndHits() {
    var changes = new AtomicInteger();
    faults.onChange(changes::incrementAndGet);

    faults.next(Operation.ME, FAULT);
    hits(3);
    faults.clear();

    assertThat(changes).hasValue(3);
  }

  /// Which of so many calls are hit, counted from 1.
  private List<Integer> hits(int calls) {
    return IntStream.rangeClosed(1, calls)
        .filter(_ -> !faults.take(Operation.ME, Optional.empty()).isEmpty())
        .boxed()
        .toList();
  }
}
