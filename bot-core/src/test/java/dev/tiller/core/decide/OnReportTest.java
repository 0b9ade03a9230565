package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.WEB;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.RULES;
import static dev.tiller.core.decide.Deciding.buttons;
import static dev.tiller.core.decide.Deciding.kinds;
import static dev.tiller.core.decide.Deciding.only;
import static dev.tiller.core.decide.Deciding.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.RunReport;
import dev.tiller.core.agents.RunState;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.settings.Steering;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OnReportTest {

  private static final Rules V0 = Deciding.rules(Steering.owner(), false);
  private static final URI PULL = URI.create("https://github.com/acme/web/pull/7");

  private static RunReport report(RunState state, Instant at, RunReport.Change... changes) {
    return new RunReport(
        state,
        state.name(),
        Optional.of("Done."),
        List.of(changes),
        Optional.empty(),
        Optional.empty(),
        at);
  }

  private static RunReport.Change change(Optional<URI> pullRequest) {
    return new RunReport.Change(WEB, Optional.of("cursor/fix"), pullRequest);
  }

  private static Decision asked(Agent agent, Run run, RunReport report) {
    return OnReport.asked(thread(agent), run.id(), report, RULES, Deciding.noon());
  }

  @Test
  void anEndingWithAPullRequestShowsItAndMentionsTheRequesterOnce() {
    var agent = Samples.running();

    var decision =
        asked(agent, agent.firstRun(), report(RunState.FINISHED, NOON, change(Optional.of(PULL))));

    var run = only(decision).firstRun();
    assertThat(RunCards.card(only(decision), run).title()).isEqualTo("Pull request ready");
    assertThat(buttons(only(decision), run))
        .containsExactly("View pull request", "View changes", "Add follow-up", "Open in Cursor");
    assertThat(kinds(decision))
        .containsExactly(
            Effect.Say.class, Effect.Measure.class, Effect.Gather.class, Effect.React.class);
    assertThat(said(decision)).contains(PULL.toString());
  }

  @Test
  void aSecondEndingChangesNothing() {
    var agent = Samples.running();
    var first = report(RunState.FINISHED, NOON, change(Optional.of(PULL)));
    var ended = asked(agent, agent.firstRun(), first).after();

    var again =
        OnReport.asked(
            ended,
            agent.firstRun().id(),
            report(RunState.FAILED, NOON.plusSeconds(9)),
            RULES,
            Deciding.noon());

    assertThat(again.after()).isEqualTo(ended);
    assertThat(again.effects()).isEmpty();
  }

  @Test
  void aBranchAloneOffersToCreateThePullRequest() {
    var agent = Samples.running();

    var decision =
        asked(agent, agent.firstRun(), report(RunState.FINISHED, NOON, change(Optional.empty())));

    assertThat(buttons(only(decision), only(decision).firstRun()))
        .startsWith("Create pull request");
    assertThat(said(decision)).contains("https://github.com/acme/web/compare/cursor/fix?expand=1");
  }

  @Test
  void aFirstRunWithoutChangesSaysSo() {
    var agent = Samples.running();

    var decision = asked(agent, agent.firstRun(), report(RunState.FINISHED, NOON));

    assertThat(said(decision)).contains("without any changes");
  }

  @ParameterizedTest
  @CsvSource({"FAILED, FAILED", "EXPIRED, EXPIRED", "CANCELLED, STOPPED", "FINISHED, FINISHED"})
  void everyTerminalStateIsAnEnding(RunState state, Ending.How how) {
    var agent = Samples.running();

    var decision = asked(agent, agent.firstRun(), report(state, NOON));

    assertThat(only(decision).firstRun().ending()).map(Ending::how).contains(how);
  }

  @ParameterizedTest
  @EnumSource(names = {"CREATING", "RUNNING", "UNRECOGNIZED"})
  void otherStatesAreNoEndings(RunState state) {
    var agent = Samples.running();

    var decision = asked(agent, agent.firstRun(), report(state, NOON));

    assertThat(only(decision).firstRun().phase()).isEqualTo(RunPhase.RUNNING);
  }

  @Test
  void theNextPromptGoesOutWhenARunHasFinished() {
    var running = Samples.running();
    var agent = running.plus(Samples.followUp(running, RunPhase.WAITING));

    var decision = asked(agent, agent.firstRun(), report(RunState.FINISHED, NOON));

    assertThat(only(decision).runs().getLast().phase()).isEqualTo(RunPhase.STARTING);
    assertThat(kinds(decision)).contains(Effect.Prompt.class);
  }

  @Test
  void afterAFailureWhatWaitsIsHeld() {
    var running = Samples.running();
    var agent = running.plus(Samples.followUp(running, RunPhase.WAITING));

    var decision = asked(agent, agent.firstRun(), report(RunState.FAILED, NOON));

    assertThat(only(decision).runs().getLast().phase()).isEqualTo(RunPhase.HELD);
    assertThat(kinds(decision)).doesNotContain(Effect.Prompt.class);
  }

  @Test
  void aWebhookThatOvertakesTheLaunchSaysThatTheAgentExistsAndEndsTheRun() {
    var asked = Samples.requested().calling(NOON);
    var agent = asked.withRun(asked.firstRun().id(), run -> run.sending(NOON));

    var decision =
        OnReport.unasked(
            thread(agent),
            agent.id(),
            new AgentId("bc-7"),
            report(RunState.FINISHED, NOON.plusSeconds(1), change(Optional.of(PULL))),
            V0,
            Deciding.noon());

    assertThat(only(decision).state()).isEqualTo(LaunchState.LAUNCHED);
    assertThat(only(decision).serviceId()).contains(new AgentId("bc-7"));
    assertThat(only(decision).firstRun().phase()).isEqualTo(RunPhase.ENDED);
  }

  @Test
  void aLateWebhookStillCountsAfterTheRequesterWasAsked() {
    var calling = Samples.requested().calling(NOON);
    var unknown = OnLaunch.unknown(thread(calling), calling.id()).after().agents().getFirst();

    var decision =
        OnReport.unasked(
            thread(unknown),
            unknown.id(),
            new AgentId("bc-7"),
            report(RunState.FINISHED, NOON.plusSeconds(600)),
            V0,
            Deciding.noon());

    assertThat(only(decision).firstRun().ending()).map(Ending::how).contains(Ending.How.FINISHED);
  }

  @ParameterizedTest
  @CsvSource({
    "-5, false, false", // an old webhook, delivered again
    "5, false, true", // dated after the follow-up
    "-5, true, true" // the agent was seen at work since
  })
  void onV0AnEndingAfterAFollowUpMustBelongToIt(
      int secondsAfterSending, boolean seenRunning, boolean ends) {
    var finished = Samples.finished();
    var sent = NOON.plusSeconds(120);
    var followUp =
        Samples.followUp(finished, RunPhase.STARTING).sending(sent).running(Optional.empty());
    var agent = finished.plus(seenRunning ? followUp.sawRunning() : followUp);

    var decision =
        OnReport.unasked(
            thread(agent),
            agent.id(),
            new AgentId("bc-1"),
            report(RunState.FINISHED, sent.plusSeconds(secondsAfterSending)),
            V0,
            Deciding.noon());

    assertThat(only(decision).runs().getLast().phase() == RunPhase.ENDED).isEqualTo(ends);
  }

  @ParameterizedTest
  @CsvSource({"29, false", "31, true"})
  void onV0ALookCountsOnceTheWaitForAQuickRunIsOver(int seconds, boolean ends) {
    var finished = Samples.finished();
    var followUp =
        Samples.followUp(finished, RunPhase.STARTING).sending(NOON).running(Optional.empty());

    var decision =
        OnReport.asked(
            thread(finished.plus(followUp)),
            followUp.id(),
            report(RunState.FINISHED, NOON.plusSeconds(seconds)),
            V0,
            Deciding.noon());

    assertThat(only(decision).runs().getLast().phase() == RunPhase.ENDED).isEqualTo(ends);
  }

  @Test
  void onV0AnAgentThatWasStoppedCountsAsStopped() {
    var running = Samples.requested().calling(NOON).launched(new AgentId("bc-1"), Optional.empty());
    var agent =
        running.withRun(
            running.firstRun().id(),
            run -> run.sending(NOON).running(Optional.empty()).stopAsked(ANN));

    var decision =
        OnReport.asked(
            thread(agent),
            agent.firstRun().id(),
            report(RunState.FINISHED, NOON),
            V0,
            Deciding.noon());

    assertThat(only(decision).firstRun().ending().flatMap(Ending::cause))
        .contains("Stopped by Ann.");
  }

  @Test
  void aPullRequestThatIsNoWebPageIsNotShown() {
    var agent = Samples.running();
    var odd = change(Optional.of(URI.create("javascript:alert(1)")));

    var decision = asked(agent, agent.firstRun(), report(RunState.FINISHED, NOON, odd));

    assertThat(only(decision).firstRun().ending().flatMap(Ending::pullRequest)).isEmpty();
  }
}
