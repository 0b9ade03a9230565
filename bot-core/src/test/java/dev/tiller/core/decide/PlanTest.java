package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.RULES;
import static dev.tiller.core.decide.Deciding.clicks;
import static dev.tiller.core.decide.Deciding.noon;
import static dev.tiller.core.decide.Deciding.only;
import static dev.tiller.core.decide.Deciding.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.Mode;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunOptions;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.settings.Steering;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Plans, and what stays from one prompt to the next.
class PlanTest {

  private static final LaunchOptions PLAN =
      new LaunchOptions(Optional.empty(), List.of(), true, false, Optional.empty());

  private static Ending finished() {
    return new Ending(
        Ending.How.FINISHED,
        NOON.plusSeconds(60),
        Optional.empty(),
        Optional.of("Here is the plan."),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  private static Agent planned() {
    var agent = Samples.running(PLAN);
    return agent.withRun(agent.firstRun().id(), run -> run.ended(finished()));
  }

  private static Run sent(Agent agent, RunOptions options, int second) {
    return Run.asked(
            moment(second).newId(),
            agent.runs().size() + 1,
            ANN,
            Optional.empty(),
            "go on",
            options,
            RunPhase.STARTING,
            NOON)
        .sending(NOON.plusSeconds(second))
        .running(Optional.of(new RunId("run-" + second)));
  }

  private static Moment moment(int second) {
    return Deciding.at(NOON.plusSeconds(second));
  }

  private static RunOptions mode(Mode mode) {
    return new RunOptions(Optional.of(mode), Optional.empty());
  }

  private static RunOptions model(String model) {
    return new RunOptions(Optional.empty(), Optional.of(model));
  }

  @Test
  void aPlanRunEndsWithThePlanReady() {
    var agent = Samples.running(PLAN);

    var decision = Endings.end(thread(agent), agent.firstRun().id(), finished());

    var run = only(decision).firstRun();
    assertThat(RunCards.card(only(decision), run).title()).isEqualTo("Plan ready");
    assertThat(Deciding.said(decision)).contains("Done, the plan is ready");
    assertThat(Deciding.buttons(only(decision), run))
        .containsExactly("Carry out", "Add follow-up", "Open in Cursor");
  }

  @Test
  void aPlanThatFailedIsNoPlan() {
    var agent = Samples.running(PLAN);
    var failed = Ending.because(Ending.How.FAILED, NOON, "It broke.");

    var after = only(Endings.end(thread(agent), agent.firstRun().id(), failed));

    assertThat(RunCards.card(after, after.firstRun()).title()).isEqualTo("The agent failed");
    assertThat(Deciding.buttons(after, after.firstRun())).doesNotContain("Carry out");
  }

  @Test
  void aPlanAfterAPullRequestIsStillAPlan() {
    var agent = Samples.finished();
    var planning = sent(agent, mode(Mode.PLAN), 90).ended(Samples.success());

    assertThat(RunCards.card(agent.plus(planning), planning).title()).isEqualTo("Plan ready");
  }

  @Test
  void carryOutSendsAFollowUpThatIsNoPlanOnce() {
    var before = thread(planned());
    var run = before.agents().getFirst().firstRun();

    var once = clicks(before, ANN, Verbs.CARRY_OUT, run);
    var twice = clicks(once.after(), ANN, Verbs.CARRY_OUT, run);

    var agent = only(once);
    assertThat(agent.runs()).hasSize(2);
    assertThat(agent.runs().getLast().options()).isEqualTo(mode(Mode.AGENT));
    assertThat(agent.plans(agent.runs().getLast())).isFalse();
    assertThat(only(twice).runs()).hasSize(2);
    assertThat(twice.note()).isPresent();
  }

  @Test
  void theModeStaysUntilAnotherIsSaid() {
    var agent = planned();
    var still = sent(agent, RunOptions.NONE, 90);
    var building = sent(agent.plus(still), mode(Mode.AGENT), 100);
    var more = sent(agent.plus(still).plus(building), RunOptions.NONE, 110);
    var all = agent.plus(still).plus(building).plus(more);

    assertThat(all.modeOf(still)).contains(Mode.PLAN);
    assertThat(all.modeOf(more)).contains(Mode.AGENT);
    assertThat(Samples.finished().modeOf(Samples.finished().firstRun())).isEmpty();
  }

  @Test
  void whatTheServiceRefusedDoesNotStay() {
    var agent = Samples.finished();
    var refused =
        sent(agent, new RunOptions(Optional.of(Mode.PLAN), Optional.of("nonesuch")), 90)
            .ended(Ending.because(Ending.How.REFUSED, NOON, "No such model."));
    var next = sent(agent.plus(refused), RunOptions.NONE, 100);
    var all = agent.plus(refused).plus(next);

    assertThat(all.plans(next)).isFalse();
    assertThat(all.requestFor(next).model()).isEmpty();
  }

  @Test
  void aRetryKeepsTheOptionsOfTheLaunch() {
    var agent = Samples.running(Samples.everyOption());
    var failed = Ending.because(Ending.How.FAILED, NOON, "It broke.");
    var ended = agent.withRun(agent.firstRun().id(), run -> run.ended(failed));

    var decision = clicks(thread(ended), ANN, Verbs.RETRY, ended.firstRun());

    assertThat(decision.after().agents().getLast().request()).isEqualTo(agent.request());
  }

  @Test
  void aRetryOnTheSameAgentKeepsTheOptionsOfTheFollowUp() {
    var agent = Samples.finished();
    var failed = Ending.because(Ending.How.FAILED, NOON, "It broke.");
    var run = sent(agent, mode(Mode.PLAN), 90).ended(failed);

    var decision = clicks(thread(agent.plus(run)), ANN, Verbs.RETRY, run);

    assertThat(only(decision).runs().getLast().options()).isEqualTo(mode(Mode.PLAN));
  }

  @Test
  void aRetryOnANewAgentKeepsTheModelAndModeInUse() {
    var agent = Samples.finished();
    var first = sent(agent, model("opus"), 90).ended(Samples.success());
    var failed = Ending.because(Ending.How.FAILED, NOON, "It broke.");
    var second = sent(agent.plus(first), mode(Mode.PLAN), 100).ended(failed);
    var gone = agent.plus(first).plus(second).withState(LaunchState.GONE);

    var decision = clicks(thread(gone), ANN, Verbs.RETRY, second);

    var another = decision.after().agents().getLast();
    assertThat(another.request().model()).contains("opus");
    assertThat(another.request().options().plan()).isTrue();
  }

  @Test
  void aPlanIsNotSentToAVersionWithoutPlans() {
    var agent = planned();
    var before = says(thread(agent), ANN, "and the tests?").after();
    var run = before.agents().getFirst().runs().getLast();
    var v0 = Deciding.rules(Steering.owner(), false);

    assertThat(OnPrompt.next(before, run.id(), RULES, noon()))
        .isInstanceOf(OnPrompt.Next.Send.class);
    assertThat(OnPrompt.next(before, run.id(), v0, noon()))
        .isInstanceOfSatisfying(
            OnPrompt.Next.Settled.class, settled -> assertRefused(settled.decision().after()));
  }

  private static void assertRefused(Conversation after) {
    var ending = after.agents().getFirst().runs().getLast().ending().orElseThrow();
    assertThat(ending.how()).isEqualTo(Ending.How.REFUSED);
    assertThat(ending.cause().orElseThrow()).contains("CURSOR_API=v1, so nothing was sent.");
  }
}
