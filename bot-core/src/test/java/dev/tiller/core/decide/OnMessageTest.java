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

import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.LaunchOptions.Kind;
import dev.tiller.core.agents.Mode;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Addressing;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Place;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.AgentRequest;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunOptions;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.routing.Source;
import dev.tiller.core.settings.Steering;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnMessageTest {

  private static final Rules V0 = Deciding.rules(Steering.owner(), false);

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

    assertThat(only(decision).request().sources().repository())
        .isEqualTo(new Source(Source.Kind.CONFIGURED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rpos=acme/web fix it", "repo=what fix it", "autopr=maybe fix it"})
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

  @ParameterizedTest
  @CsvSource({", @tiller fix", "Ops Bot, @Ops Bot fix"})
  void theHelpMentionsTheBotAsThePlatformDoes(String name, String example) {
    var called = Addressing.TO_BOT.calling(Optional.ofNullable(name));
    var conversation = thread();

    var decision =
        OnMessage.decide(
            conversation,
            Deciding.message(conversation, ANN, "help").to(called),
            Grammar.parse("help"),
            Deciding.surroundings(conversation, ANN));

    assertThat(said(decision)).contains(example);
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
  void aStrangersFollowUpIsSuggestedToTheOwner() {
    var decision = says(thread(Samples.finished()), BEN, "also add tests");

    assertThat(only(decision).runs().getLast().phase()).isEqualTo(RunPhase.SUGGESTED);
    assertThat(said(decision)).contains("Ben suggests").contains("agent");
  }

  @Test
  void theTeamMaySteerWhereTheSettingSaysSo() {
    var team = Deciding.rules(Steering.team(), true);

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
  void aLaunchCarriesItsOptions() {
    var decision =
        says(
            thread(),
            ANN,
            "pr=https://github.com/acme/web/pull/7 mode=plan repo=acme/web,acme/api pool=gpu"
                + " current_branch=yes fix it");

    var request = only(decision).request();
    assertThat(request.repository()).isEqualTo(WEB);
    assertThat(request.options())
        .isEqualTo(
            new LaunchOptions(
                Optional.of(URI.create("https://github.com/acme/web/pull/7")),
                Repository.parse("acme/api").stream().toList(),
                true,
                true,
                Optional.of(new LaunchOptions.Place(Kind.POOL, Optional.of("gpu")))));
  }

  @Test
  void theRepositoryOfAPullRequestBeatsTheDefault() {
    var decision =
        says(
            thread(),
            ANN,
            "pr=https://github.com/acme/api/pull/7 fix it",
            Deciding.withDefault(WEB));

    assertThat(only(decision).request().repository().display()).isEqualTo("acme/api");
    assertThat(only(decision).request().sources().repository())
        .isEqualTo(new Source(Source.Kind.PULL_REQUEST));
  }

  @ParameterizedTest
  @CsvSource({
    "fix it, true",
    "current_branch=yes fix it, false",
    "current_branch=yes autopr=yes fix it, true",
    "current_branch=no fix it, true",
    "autopr=no fix it, false"
  })
  void pushingToTheCurrentBranchOpensAPullRequestOnlyOnDemand(String text, boolean opened) {
    var decision = says(thread(), ANN, "repo=acme/web " + text);

    assertThat(only(decision).request().createPullRequest()).isEqualTo(opened);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mode=plan",
        "repo=acme/web,acme/api",
        "branch=dev current_branch=yes",
        "machine=one",
        "pool=gpu",
        "self_hosted=yes"
      })
  void whatTheVersionDoesNotHaveIsAnsweredWithTheSettingAndStartsNothing(String options) {
    var text = "repo=acme/web " + options + " fix it";
    var decision = says(thread(), ANN, text, V0);

    assertThat(decision.after().agents()).isEmpty();
    assertThat(said(decision)).contains("CURSOR_API=v1, so nothing was started.");
    assertThat(kinds(decision)).containsExactly(Effect.Say.class);
    assertThat(says(thread(), ANN, text).after().agents()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pr=https://github.com/acme/web/pull/7",
        "pr=https://github.com/acme/web/pull/7 current_branch=yes",
        "mode=agent",
        "current_branch=no",
        "self_hosted=no"
      })
  void whatEveryVersionHasStarts(String options) {
    var decision = says(thread(), ANN, "repo=acme/web " + options + " fix it", V0);

    assertThat(decision.after().agents()).hasSize(1);
  }

  @Test
  void aFollowUpCarriesItsModeAndModel() {
    var decision = says(thread(Samples.finished()), ANN, "mode=plan model=opus also add tests");

    var run = only(decision).runs().getLast();
    assertThat(run.prompt()).isEqualTo("also add tests");
    assertThat(run.options())
        .isEqualTo(new RunOptions(Optional.of(Mode.PLAN), Optional.of("opus")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mode=plan", "model=opus"})
  void whatTheVersionDoesNotHaveIsNotSentWithAFollowUp(String option) {
    var decision = says(thread(Samples.finished()), ANN, option + " also add tests", V0);

    assertThat(only(decision).runs()).hasSize(1);
    assertThat(said(decision)).contains("CURSOR_API=v1, so nothing was sent.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "repo=acme/web,acme/docs",
        "pr=https://github.com/acme/web/pull/8",
        "branch=dev",
        "autopr=no",
        "current_branch=no",
        "machine=one",
        "pool=gpu",
        "self_hosted=no"
      })
  void optionsOfALaunchAreAskedAboutOnAFollowUp(String option) {
    var agent = Samples.running(Samples.everyOption());

    var decision = says(thread(agent), ANN, option + " also there");

    assertThat(only(decision).runs()).hasSize(1);
    assertThat(said(decision)).contains("Nothing was sent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "repo=acme/web",
        "repo=acme/web,acme/api,git.example.com/a/b",
        "pr=https://github.com/acme/web/pull/7/files"
      })
  void whatTheAgentWasLaunchedWithMayBeSaidAgain(String option) {
    var agent = Samples.running(Samples.everyOption());

    var decision = says(thread(agent), ANN, option + " also there");

    assertThat(only(decision).runs()).hasSize(2);
  }

  @Test
  void withSeveralAgentsTheBotAsksWhichOneIsMeant() {
    var decision = says(thread(Samples.running(), Samples.running()), ANN, "go on");

    assertThat(said(decision)).contains("Which agent is this for?");
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
            conversation,
            message,
            Grammar.parse(message.text()),
            Deciding.surroundings(conversation, message.author()));

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

  @Test
  void aModelOfItsOwnCannotBeGivenBack() {
    var plain = Samples.finished();
    var opus = new RunOptions(Optional.empty(), Optional.of("opus"));
    var launched = onModel(plain, "opus");
    var changed =
        plain.plus(
            Run.asked(
                    UUID.randomUUID(),
                    2,
                    ANN,
                    Optional.empty(),
                    "go on",
                    opus,
                    RunPhase.SENDING,
                    Samples.NOON)
                .sending(Samples.NOON)
                .ended(Samples.success()));

    for (var agent : List.of(launched, changed)) {
      var decision = says(thread(agent), ANN, "model=auto also add tests");
      assertThat(only(decision)).isEqualTo(agent);
      assertThat(said(decision)).contains("model=", "agent ").endsWith("Nothing was sent.");
    }
  }

  @Test
  void whereNobodyHasChosenAModelAutoIsAsItIs() {
    var decision = says(thread(Samples.finished()), ANN, "model=auto also add tests");

    assertThat(only(decision).runs().getLast().prompt()).isEqualTo("also add tests");
    assertThat(only(decision).runs().getLast().options()).isEqualTo(RunOptions.NONE);
  }

  private static Agent onModel(Agent agent, String model) {
    var its = agent.request();
    return agent.asked(
        new AgentRequest(
            its.owner(),
            its.repository(),
            its.branch(),
            Optional.of(model),
            its.createPullRequest(),
            its.options(),
            its.sources()));
  }
}
