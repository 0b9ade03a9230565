package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.WEB;
import static dev.tiller.core.conversation.Samples.thread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.Launched;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.Person;
import dev.tiller.core.command.ContextChoice;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.AgentRequest;
import dev.tiller.core.conversation.Along;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.routing.Known;
import dev.tiller.core.routing.Source;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.Preferences;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchingTest {

  private static final Repository API = Repository.parse("acme/api").orElseThrow();
  private static final Known KNOWN = Known.of(List.of(WEB, API), List.of());

  private static Decision switches(
      Conversation conversation, Person actor, String repository, Preferences preferences) {
    var run = conversation.agents().getFirst().firstRun();
    var form =
        new FormSubmission(
            conversation.address(),
            actor,
            Verbs.on(Verbs.SWITCH, run.id()),
            "n",
            Map.of(Verbs.REPOSITORY_FIELD, repository));
    var known = Deciding.background(Deciding.RULES, KNOWN, preferences);
    return Deciding.submits(conversation, run, form, known);
  }

  private static Decision switches(Conversation conversation, Person actor, String repository) {
    return switches(conversation, actor, repository, Preferences.NONE);
  }

  private static Answer form(Conversation conversation, Person actor, Known known) {
    var run = conversation.agents().getFirst().firstRun();
    return Deciding.opens(conversation, actor, Verbs.SWITCH, run, known);
  }

  @Test
  void theSameRequestGoesToANewAgentElsewhereAndTheOldOneIsStopped() {
    var decision = switches(thread(Samples.running()), ANN, "acme/api");

    var old = decision.after().agents().getFirst();
    var another = decision.after().agents().getLast();
    assertThat(another.number()).isEqualTo(2);
    assertThat(another.request().repository()).isEqualTo(API);
    assertThat(another.request().sources().repository())
        .isEqualTo(new Source(Source.Kind.CHOSEN, "switched from acme/web"));
    assertThat(another.firstRun().prompt()).isEqualTo(old.firstRun().prompt());
    assertThat(another.firstRun().message()).isEqualTo(old.firstRun().message());
    assertThat(old.firstRun().stopAskedBy()).contains(ANN);
    assertThat(RunCards.card(old, old.firstRun()).footnote())
        .isEqualTo("#1 · Switched to acme/api");
    assertThat(Deciding.kinds(decision)).contains(Effect.Cancel.class, Effect.Launch.class);
    assertThat(decision.after().usableAgents()).containsExactly(another);
  }

  @Test
  void itIsSwitchedOnce() {
    var once = switches(thread(Samples.running()), ANN, "acme/api");

    var twice = switches(once.after(), ANN, "acme/docs");

    assertThat(twice.effects()).isEmpty();
    assertThat(twice.note())
        .hasValueSatisfying(note -> assertThat(note).contains("acme/api already"));
    assertThat(form(once.after(), ANN, KNOWN)).isInstanceOf(Answer.Refuse.class);
    var old = once.after().agents().getFirst();
    assertThat(Deciding.buttons(old, old.firstRun())).doesNotContain("Switch repository");
  }

  @Test
  void aStrangerDoesNotSwitch() {
    var conversation = thread(Samples.running());

    assertThat(switches(conversation, BEN, "acme/api").after()).isEqualTo(conversation);
    assertThat(form(conversation, BEN, KNOWN)).isInstanceOf(Answer.Refuse.class);
    var run = conversation.agents().getFirst().firstRun().id();
    assertThat(Deciding.searches(conversation, BEN, Verbs.SWITCH, run, KNOWN, "")).isEmpty();
    assertThat(Deciding.searches(conversation, ANN, Verbs.SWITCH, run, KNOWN, "ap")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme/web", "what is this"})
  void whereThereIsNowhereToGoNothingHappens(String repository) {
    var decision = switches(thread(Samples.running()), ANN, repository);

    assertThat(decision.effects()).isEmpty();
    assertThat(decision.note()).isPresent();
  }

  @Test
  void aBareNameIsEnoughWhereItIsKnown() {
    var decision = switches(thread(Samples.running()), ANN, "API");

    assertThat(decision.after().agents().getLast().request().repository()).isEqualTo(API);
  }

  @ParameterizedTest
  @CsvSource({"OPTION, dev", "CHANNEL, next", "MENTION, dev"})
  void aBranchThatWasAskedForGoesAlongAndADefaultDoesNot(Source.Kind kind, String branch) {
    var preferences =
        new Preferences(
            Deciding.defaults("repo=acme/api branch=next"),
            Defaults.NONE,
            Defaults.NONE,
            List.of(),
            Map.of());

    var decision = switches(thread(onBranch("dev", kind)), ANN, "acme/api", preferences);

    assertThat(decision.after().agents().getLast().request().branch()).contains(branch);
  }

  private static Agent onBranch(String branch, Source.Kind kind) {
    var agent = Samples.running();
    var its = agent.request();
    return agent.asked(
        new AgentRequest(
            its.owner(),
            its.repository(),
            Optional.of(branch),
            its.model(),
            its.createPullRequest(),
            its.options(),
            its.sources().withBranch(new Source(kind))));
  }

  @Test
  void whatHasBroughtSomethingIsNotSwitched() {
    var finished = Samples.finished();

    assertThat(Deciding.buttons(finished, finished.firstRun())).doesNotContain("Switch repository");
    assertThat(switches(thread(finished), ANN, "acme/api").effects()).isEmpty();
  }

  @Test
  void whatWasRefusedCanBeHadElsewhere() {
    var agent = Samples.running();
    var refused =
        agent.withRun(
            agent.firstRun().id(),
            run -> run.ended(Ending.because(Ending.How.REFUSED, NOON, "No access.")));

    assertThat(Deciding.buttons(refused, refused.firstRun())).contains("Switch repository");
    assertThat(switches(thread(refused), ANN, "acme/api").after().agents()).hasSize(2);
  }

  @Test
  void aPullRequestStaysWhereItIs() {
    var agent = Samples.running(Samples.everyOption());

    assertThat(Deciding.buttons(agent, agent.firstRun())).doesNotContain("Switch repository");
  }

  @Test
  void theNewRepositoryIsNoFurtherOneAsWell() {
    var further = new LaunchOptions(Optional.empty(), List.of(API), false, false, Optional.empty());

    var decision = switches(thread(Samples.running(further)), ANN, "acme/api");

    assertThat(decision.after().agents().getLast().request().options().further()).isEmpty();
  }

  @Test
  void theFormOffersWhatIsKnownAndElseIsWrittenIn() {
    var conversation = thread(Samples.running());

    var known = ((Answer.Open) form(conversation, ANN, KNOWN)).form().fields().getFirst();
    var unknown = ((Answer.Open) form(conversation, ANN, Known.NOTHING)).form().fields().getFirst();

    assertThat(((Form.ChoiceField) known).choices()).hasSize(2);
    assertThat(unknown).isInstanceOf(Form.TextField.class);
  }

  @Test
  void whatWentAlongIsCollectedForTheNewAgent() {
    var along = Along.wanted(Optional.of(new ContextChoice.Last(3)), List.of());
    var agent = Samples.running().taking(along);
    var sent =
        agent.withRun(agent.firstRun().id(), run -> run.collected(Optional.of("3 messages")));

    var decision = switches(thread(sent), ANN, "acme/api");

    assertThat(decision.after().agents().getLast().firstRun().along()).isEqualTo(along);
  }

  @ParameterizedTest
  @EnumSource(
      value = RunPhase.class,
      names = {"WAITING", "HELD", "STARTING", "SENDING", "RUNNING", "UNCERTAIN"})
  void anAgentWithAFollowUpUnderWayIsNotSwitched(RunPhase phase) {
    var first = Samples.running();
    var stopped =
        first.withRun(
            first.firstRun().id(),
            run -> run.ended(Ending.because(Ending.How.STOPPED, NOON, "Stopped by Ann.")));
    var agent = stopped.plus(Samples.followUp(stopped, phase));

    var decision = switches(thread(agent), ANN, "acme/api");

    assertThat(Deciding.buttons(stopped, stopped.firstRun())).contains("Switch repository");
    assertThat(Deciding.buttons(agent, agent.firstRun())).doesNotContain("Switch repository");
    assertThat(decision.effects()).isEmpty();
    assertThat(decision.note().orElseThrow()).contains("follow-up");
    assertThat(form(thread(agent), ANN, KNOWN)).isInstanceOf(Answer.Refuse.class);
  }

  @Test
  void whatTurnsUpAfterItWasSwitchedIsStopped() {
    var agent = Samples.requested().calling(NOON);
    var sending = agent.withRun(agent.firstRun().id(), run -> run.sending(NOON));
    var unknown = OnLaunch.unknown(thread(sending), agent.id()).after();

    var switched = switches(unknown, ANN, "acme/api").after();
    var launched = new Launched(new AgentId("bc-1"), Optional.empty(), Samples.PAGE);

    assertThat(Deciding.kinds(OnLaunch.launched(switched, agent.id(), launched)))
        .containsExactly(Effect.Cancel.class);
  }
}
