package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.WEB;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.kinds;
import static dev.tiller.core.decide.Deciding.only;
import static dev.tiller.core.decide.Deciding.said;
import static dev.tiller.core.decide.Deciding.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Place;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.RepositorySource;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnMessageTest {

  @Test
  void aMentionInAThreadWithoutAnAgentLaunchesOne() {
    var decision = says(thread(), ANN, "repo=acme/web branch=dev model=opus fix it");

    var agent = only(decision);
    assertThat(agent.state()).isEqualTo(LaunchState.REQUESTED);
    assertThat(agent.request().repository()).isEqualTo(WEB);
    assertThat(agent.request().branch()).contains("dev");
    assertThat(agent.request().model()).contains("opus");
    assertThat(agent.request().owner()).isEqualTo(ANN);
    assertThat(agent.firstRun().prompt()).isEqualTo("fix it");
    assertThat(kinds(decision))
        .containsExactly(Effect.React.class, Effect.Launch.class, Effect.Audit.class);
  }

  @Test
  void withoutARepositoryNothingStartsAndTheBotAsks() {
    var decision = says(thread(), ANN, "fix it");

    assertThat(decision.after().agents()).isEmpty();
    assertThat(said(decision)).contains("Which repository?").contains("repo=");
  }

  @Test
  void theDefaultRepositoryIsUsedAndNamedAsSuch() {
    var decision = says(thread(), ANN, "fix it", Deciding.withDefault(WEB));

    assertThat(only(decision).request().source()).isEqualTo(RepositorySource.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"repos=acme/web fix it", "repo=what fix it", "autopr=maybe fix it"})
  void whatIsUnclearIsAskedAndStartsNothing(String text) {
    var decision = says(thread(), ANN, text);

    assertThat(decision.after().agents()).isEmpty();
    assertThat(said(decision)).contains("Nothing was started");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "help",
        "status",
        "list of nothing",
        "stop",
        "stop #2",
        "conversation",
        "usage",
        "archive",
        "unarchive",
        "delete",
        "delete #3",
        ""
      })
  void everyMessageIsAnswered(String text) {
    assertThat(said(says(thread(), ANN, text))).isNotBlank();
  }

  @Test
  void aFollowUpToAnIdleAgentIsSentAtOnce() {
    var decision = says(thread(Samples.finished()), ANN, "also add tests");

    assertThat(only(decision).runs()).hasSize(2);
    assertThat(only(decision).runs().getLast().phase()).isEqualTo(RunPhase.STARTING);
    assertThat(kinds(decision)).contains(Effect.Prompt.class);
  }

  @Test
  void aFollowUpToABusyAgentWaits() {
    var decision = says(thread(Samples.running()), ANN, "also add tests");

    assertThat(only(decision).runs().getLast().phase()).isEqualTo(RunPhase.WAITING);
    assertThat(kinds(decision)).doesNotContain(Effect.Prompt.class);
  }

  @Test
  void aFollowUpToAnAgentThatIsBeingCreatedWaits() {
    var decision = says(thread(Samples.requested()), ANN, "also add tests");

    assertThat(only(decision).runs().getLast().phase()).isEqualTo(RunPhase.WAITING);
  }

  @Test
  void aStrangersFollowUpIsRefusedWithTheOwnersName() {
    var decision = says(thread(Samples.finished()), BEN, "also add tests");

    assertThat(only(decision).runs()).hasSize(1);
    assertThat(said(decision)).contains("Only Ann").contains("agent");
  }

  @Test
  void theTeamMaySteerWhereTheSettingSaysSo() {
    var team = Deciding.rules(Rules.Steering.TEAM, true);

    var decision = says(thread(Samples.finished()), BEN, "also add tests", team);

    assertThat(only(decision).runs()).hasSize(2);
  }

  @Test
  void theWordAgentStartsAnotherOneInTheSameThread() {
    var decision = says(thread(Samples.running()), BEN, "agent repo=acme/api look at the logs");

    assertThat(decision.after().agents()).hasSize(2);
    assertThat(decision.after().agents().getLast().request().owner()).isEqualTo(BEN);
  }

  @Test
  void optionsOnAFollowUpAreAskedAbout() {
    var decision = says(thread(Samples.finished()), ANN, "repo=acme/api also there");

    assertThat(only(decision).runs()).hasSize(1);
    assertThat(said(decision)).contains("Nothing was sent");
  }

  @Test
  void withSeveralAgentsTheBotAsksWhichOneIsMeant() {
    var decision = says(thread(Samples.running(), Samples.running()), ANN, "go on");

    assertThat(said(decision)).contains("Which one");
    assertThat(decision.after().agents()).allMatch(agent -> agent.runs().size() == 1);
  }

  @Test
  void afterARefusedLaunchAMentionStartsAnew() {
    var refused = Samples.requested().withState(LaunchState.REFUSED);

    var decision = says(thread(refused), ANN, "repo=acme/web try again");

    assertThat(decision.after().agents()).hasSize(2);
  }

  @Test
  void outsidersStartNothing() {
    var conversation = thread();
    var message =
        new InboundMessage(
            conversation.address(), "m1", BEN, Place.CHANNEL, "repo=a/b fix", false, true);

    var decision =
        OnMessage.decide(
            conversation, message, Grammar.parse(message.text()), Deciding.RULES, Deciding.noon());

    assertThat(decision.after().agents()).isEmpty();
    assertThat(said(decision)).contains("members");
  }

  @Test
  void stopCancelsTheRunAndHoldsWhatWaits() {
    var running = Samples.running();
    var agent = running.plus(Samples.followUp(running, RunPhase.WAITING));

    var decision = says(thread(agent), ANN, "stop");

    assertThat(kinds(decision)).contains(Effect.Cancel.class);
    assertThat(only(decision).firstRun().stopAskedBy()).contains(ANN);
    assertThat(only(decision).runs().getLast().phase()).isEqualTo(RunPhase.HELD);
    assertThat(said(decision)).contains("fix the login bug").contains("on hold");
  }

  @Test
  void aStopDuringCreationIsAnIntent() {
    var decision = says(thread(Samples.requested()), ANN, "stop");

    assertThat(kinds(decision)).doesNotContain(Effect.Cancel.class);
    assertThat(only(decision).firstRun().stopAskedBy()).contains(ANN);
  }

  @Test
  void aStrangerCannotStop() {
    var decision = says(thread(Samples.running()), BEN, "stop");

    assertThat(only(decision).firstRun().stopAskedBy()).isEmpty();
    assertThat(said(decision)).contains("Only Ann");
  }
}
