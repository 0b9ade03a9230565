package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.only;
import static dev.tiller.core.decide.Deciding.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OnSilenceTest {

  @Test
  void aSilentRunShowsSinceWhenAndItsRequesterIsToldWithAWayToStopIt() {
    var agent = Samples.running();
    var run = agent.firstRun().id();

    var decision =
        OnSilence.quiet(thread(agent), run, NOON, NOON.plus(Duration.ofMinutes(20).plusSeconds(3)));

    assertThat(only(decision).firstRun().progress())
        .contains("No news since 12:00:00 UTC; it may be stuck");
    assertThat(said(decision)).contains("No news from the agent for 20 min:");
    assertThat(decision.effects().getFirst())
        .isInstanceOfSatisfying(
            Effect.Say.class,
            say ->
                assertThat(say.post().buttons())
                    .extracting(button -> button.label())
                    .containsExactly("Open in Cursor", "Stop"));
  }

  @Test
  void theNextSignTakesItBack() {
    var agent = Samples.running();
    var run = agent.firstRun().id();
    var quiet = OnSilence.quiet(thread(agent), run, NOON, NOON.plusSeconds(3600)).after();

    assertThat(only(OnSilence.heard(quiet, run)).firstRun().progress()).isEmpty();
  }

  @Test
  void nothingIsSaidOfARunThatIsBeingStoppedOrHasEnded() {
    var agent = Samples.running();
    var run = agent.firstRun().id();
    var stopping = agent.withRun(run, its -> its.stopAsked(ANN));
    var ended =
        agent.withRun(run, its -> its.ended(Ending.because(Ending.How.EXPIRED, NOON, "Over.")));

    assertThat(OnSilence.quiet(thread(stopping), run, NOON, NOON).effects()).isEmpty();
    assertThat(OnSilence.quiet(thread(ended), run, NOON, NOON).effects()).isEmpty();
    assertThat(only(OnSilence.heard(thread(ended), run))).isEqualTo(ended);
  }
}
