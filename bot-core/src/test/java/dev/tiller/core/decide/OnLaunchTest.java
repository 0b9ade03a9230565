package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.RULES;
import static dev.tiller.core.decide.Deciding.kinds;
import static dev.tiller.core.decide.Deciding.noon;
import static dev.tiller.core.decide.Deciding.only;
import static dev.tiller.core.decide.Deciding.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.Launched;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.settings.Steering;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnLaunchTest {

  private static final Launched LAUNCHED =
      new Launched(new AgentId("bc-1"), Optional.of(new RunId("run-1")), Samples.PAGE);

  private static Agent calling() {
    var agent = Samples.requested().calling(NOON);
    return agent.withRun(agent.firstRun().id(), run -> run.sending(NOON));
  }

  @Test
  void aRequestedAgentIsAskedForAndTheStateSaysSo() {
    var agent = Samples.requested();

    var next = OnLaunch.next(thread(agent), agent.id(), RULES, noon());

    assertThat(next)
        .isInstanceOfSatisfying(
            OnLaunch.Next.Call.class,
            call -> {
              var after = call.after().agent(agent.id()).orElseThrow();
              assertThat(after.state()).isEqualTo(LaunchState.CALLING);
              assertThat(after.calledAt()).contains(NOON);
            });
  }

  @Test
  void aLaunchThatTheVersionInUseCannotMakeIsNotCalled() {
    var agent = Samples.requested(Samples.everyOption());
    var v0 = Deciding.rules(Steering.owner(), false);

    assertThat(OnLaunch.next(thread(agent), agent.id(), v0, noon()))
        .isInstanceOfSatisfying(
            OnLaunch.Next.Settled.class,
            settled -> {
              var ending = only(settled.decision()).firstRun().ending().orElseThrow();
              assertThat(ending.how()).isEqualTo(Ending.How.REFUSED);
              assertThat(ending.cause().orElseThrow()).contains("CURSOR_API=v1");
            });
  }

  @Test
  void whoTakesOverACallingLaunchOnlyLooks() {
    var agent = calling();

    assertThat(OnLaunch.next(thread(agent), agent.id(), RULES, noon()))
        .isInstanceOf(OnLaunch.Next.Look.class);
  }

  @Test
  void aStopBeforeTheCallMeansNoCall() {
    var asked = Samples.requested();
    var agent = asked.withRun(asked.firstRun().id(), run -> run.stopAsked(ANN));

    var next = OnLaunch.next(thread(agent), agent.id(), RULES, noon());

    assertThat(next)
        .isInstanceOfSatisfying(
            OnLaunch.Next.Settled.class,
            settled ->
                assertThat(only(settled.decision()).firstRun().ending())
                    .map(Ending::how)
                    .contains(Ending.How.STOPPED));
  }

  @Test
  void aLaunchedAgentIsRunning() {
    var agent = calling();

    var decision = OnLaunch.launched(thread(agent), agent.id(), LAUNCHED);

    assertThat(only(decision).state()).isEqualTo(LaunchState.LAUNCHED);
    assertThat(only(decision).firstRun().phase()).isEqualTo(RunPhase.RUNNING);
    assertThat(only(decision).firstRun().serviceRun()).contains(new RunId("run-1"));
    assertThat(decision.effects()).isEmpty();
  }

  @Test
  void aStopDuringCreationIsObeyedWhenTheAgentIsThere() {
    var agent = calling();
    var stopping = agent.withRun(agent.firstRun().id(), run -> run.stopAsked(ANN));

    var decision = OnLaunch.launched(thread(stopping), agent.id(), LAUNCHED);

    assertThat(kinds(decision)).containsExactly(Effect.Cancel.class);
  }

  @Test
  void aLaunchThatAnEndingOvertookStaysEnded() {
    var agent = calling();
    var ended = agent.withRun(agent.firstRun().id(), run -> run.ended(Samples.success()));

    var decision = OnLaunch.launched(thread(ended), agent.id(), LAUNCHED);

    assertThat(only(decision).firstRun().phase()).isEqualTo(RunPhase.ENDED);
  }

  /// Only what an admin can mend needs one.
  @ParameterizedTest
  @CsvSource({"KEY, true", "PLAN, true", "REPOSITORY, false", "USAGE_LIMIT, false", "MODEL, false"})
  void aRefusalOfTheBotsAccountSaysWhoCanMendIt(CloudAgentsException.Reason reason, boolean who) {
    var agent = calling();
    var refusal = new CloudAgentsException.Refused(reason, "code", "");

    var decision = OnLaunch.refused(thread(agent), agent.id(), refusal, () -> "Ask Ann.", noon());

    assertThat(said(decision).contains("Ask Ann.")).isEqualTo(who);
  }

  @Test
  void aRefusalEndsTheRunWithTheCauseAndWhatWaitedBehindIt() {
    var agent = calling();
    var both = agent.plus(Samples.followUp(agent, RunPhase.WAITING));
    var refusal =
        new CloudAgentsException.Refused(
            CloudAgentsException.Reason.REPOSITORY, "repository_access", "No access");

    var decision = OnLaunch.refused(thread(both), agent.id(), refusal, () -> "Ask Ann.", noon());

    assertThat(only(decision).state()).isEqualTo(LaunchState.REFUSED);
    assertThat(only(decision).runs()).allMatch(run -> run.phase() == RunPhase.ENDED);
    assertThat(said(decision))
        .contains("Cursor cannot reach this repository")
        .contains("No access");
    assertThat(Deciding.buttons(only(decision), only(decision).firstRun())).contains("Retry");
  }

  @Test
  void aPostponedLaunchMayBeCalledAgain() {
    var agent = calling();

    var decision = OnLaunch.postponed(thread(agent), agent.id(), NOON.plusSeconds(30));

    assertThat(only(decision).state()).isEqualTo(LaunchState.REQUESTED);
    assertThat(only(decision).firstRun().progress().orElseThrow()).contains("12:00:30 UTC");
  }

  @Test
  void absenceProvesNothingBeforeTheCreationTimeout() {
    var agent = calling();

    assertThat(OnLaunch.absent(agent, 3, RULES, NOON.plusSeconds(149)))
        .isEqualTo(OnLaunch.Absent.LOOK_AGAIN);
  }

  @Test
  void afterTheTimeoutALaunchIsRepeatedOnlyWithAnIdOfOurs() {
    var agent = calling();
    var v0 = Deciding.rules(Steering.owner(), false);

    assertThat(OnLaunch.absent(agent, 3, RULES, NOON.plusSeconds(151)))
        .isEqualTo(OnLaunch.Absent.CALL_AGAIN);
    assertThat(OnLaunch.absent(agent, 3, v0, NOON.plusSeconds(151))).isEqualTo(OnLaunch.Absent.ASK);
  }

  @Test
  void whenNobodyCanSayTheRequesterIsAsked() {
    var agent = calling();

    var decision = OnLaunch.unknown(thread(agent), agent.id());

    var run = only(decision).firstRun();
    assertThat(run.phase()).isEqualTo(RunPhase.UNCERTAIN);
    assertThat(said(decision)).contains("did not say");
    assertThat(Deciding.buttons(only(decision), run)).contains("Send again");
  }

  @Test
  void sendingAgainAfterAnUnknownLaunchMakesOneNewAgentOnly() {
    var agent = calling();
    var unknown = OnLaunch.unknown(thread(agent), agent.id()).after();
    var run = unknown.agents().getFirst().firstRun();

    var once = Deciding.clicks(unknown, ANN, Verbs.SEND, run);
    var twice =
        Deciding.clicks(once.after(), ANN, Verbs.SEND, once.after().agents().getFirst().firstRun());

    assertThat(once.after().agents()).hasSize(2);
    assertThat(twice.after().agents()).hasSize(2);
    assertThat(twice.note()).isPresent();
  }

  @Test
  void aStopDuringTheLookMeansNoSecondCall() {
    var agent = calling();
    var stopped = agent.withRun(agent.firstRun().id(), run -> run.stopAsked(ANN));

    var decision = OnLaunch.calledAgain(thread(stopped), agent.id(), noon());

    assertThat(only(decision).state()).isEqualTo(LaunchState.REFUSED);
    assertThat(only(decision).firstRun().ending()).map(Ending::how).contains(Ending.How.STOPPED);
  }

  @Test
  void aSecondCallKeepsWhatHappenedMeanwhile() {
    var agent = calling();
    var followUp = Samples.followUp(agent, RunPhase.WAITING);

    var decision = OnLaunch.calledAgain(thread(agent.plus(followUp)), agent.id(), noon());

    assertThat(only(decision).runs()).hasSize(2);
    assertThat(only(decision).state()).isEqualTo(LaunchState.CALLING);
  }

  @Test
  void whoHasStoppedALaunchIsNotAskedToSendItAgain() {
    var agent = calling();
    var stopped = agent.withRun(agent.firstRun().id(), run -> run.stopAsked(ANN));

    var unknown = OnLaunch.unknown(thread(stopped), agent.id());

    var run = only(unknown).firstRun();
    assertThat(said(unknown)).contains("did not say").doesNotContain("Send again");
    assertThat(RunCards.card(only(unknown), run).lead()).doesNotContain("send it again");
    assertThat(Deciding.buttons(only(unknown), run)).doesNotContain("Send again");
    assertThat(Deciding.clicks(unknown.after(), ANN, Verbs.SEND, run).after())
        .isEqualTo(unknown.after());
    assertThat(kinds(OnLaunch.launched(unknown.after(), agent.id(), LAUNCHED)))
        .containsExactly(Effect.Cancel.class);
  }
}
