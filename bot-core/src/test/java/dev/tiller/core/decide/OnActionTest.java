package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.clicks;
import static dev.tiller.core.decide.Deciding.kinds;
import static dev.tiller.core.decide.Deciding.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.Mode;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunOptions;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.routing.Known;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnActionTest {

  private static final Repository API = Repository.parse("acme/api").orElseThrow();

  private static Agent failed() {
    var agent = Samples.running();
    return agent.withRun(
        agent.firstRun().id(),
        run -> run.ended(Ending.because(Ending.How.FAILED, NOON, "It broke.")));
  }

  @ParameterizedTest
  @ValueSource(strings = {Verbs.STOP, Verbs.RETRY, Verbs.SEND, Verbs.DISCARD})
  void aStrangersClickChangesNothingAndIsExplained(String verb) {
    var conversation = thread(failed());

    var decision = clicks(conversation, BEN, verb, conversation.agents().getFirst().firstRun());

    assertThat(decision.after()).isEqualTo(conversation);
    assertThat(decision.note().orElseThrow()).contains("Only Ann");
    assertThat(kinds(decision)).containsExactly(Effect.Audit.class);
  }

  @Test
  void retryAfterAFailedFirstRunStartsOneNewAgentWithTheSameRequest() {
    var conversation = thread(failed());
    var run = conversation.agents().getFirst().firstRun();

    var once = clicks(conversation, ANN, Verbs.RETRY, run);
    var twice = clicks(once.after(), ANN, Verbs.RETRY, run);

    assertThat(once.after().agents()).hasSize(2);
    assertThat(once.after().agents().getLast().firstRun().prompt()).isEqualTo(run.prompt());
    assertThat(kinds(once)).contains(Effect.Launch.class);
    assertThat(twice.after()).isEqualTo(once.after());
    assertThat(twice.note()).isPresent();
  }

  @Test
  void retryAfterAFailedFollowUpAsksTheSameAgentAgain() {
    var finished = Samples.finished();
    var broken =
        Samples.followUp(finished, RunPhase.STARTING)
            .ended(Ending.because(Ending.How.FAILED, NOON, "It broke."));

    var decision = clicks(thread(finished.plus(broken)), ANN, Verbs.RETRY, broken);

    assertThat(decision.after().agents()).hasSize(1);
    assertThat(only(decision).runs()).hasSize(3);
    assertThat(kinds(decision)).contains(Effect.Prompt.class);
  }

  @Test
  void whatFinishedCannotBeRetried() {
    var conversation = thread(Samples.finished());

    var decision =
        clicks(conversation, ANN, Verbs.RETRY, conversation.agents().getFirst().firstRun());

    assertThat(decision.after()).isEqualTo(conversation);
    assertThat(decision.note()).isPresent();
  }

  @Test
  void aSecondStopIsToldSo() {
    var conversation = thread(Samples.running());
    var run = conversation.agents().getFirst().firstRun();

    var once = clicks(conversation, ANN, Verbs.STOP, run);
    var twice = clicks(once.after(), ANN, Verbs.STOP, run);

    assertThat(kinds(once)).contains(Effect.Cancel.class);
    assertThat(kinds(twice)).doesNotContain(Effect.Cancel.class);
    assertThat(twice.note()).isPresent();
  }

  @Test
  void aHeldPromptGoesOnWhenSomebodySaysSo() {
    var finished = Samples.finished();
    var held = Samples.followUp(finished, RunPhase.HELD);

    var decision = clicks(thread(finished.plus(held)), ANN, Verbs.SEND, held);

    assertThat(only(decision).runs().getLast().phase()).isEqualTo(RunPhase.STARTING);
    assertThat(kinds(decision)).contains(Effect.Prompt.class);
  }

  @Test
  void whatIsSentAgainIsNotStoppedByAnEarlierStop() {
    var finished = Samples.finished();
    var unsure = Samples.followUp(finished, RunPhase.UNCERTAIN).stopAsked(ANN);

    var decision = clicks(thread(finished.plus(unsure)), ANN, Verbs.SEND, unsure);

    assertThat(only(decision).runs().getLast().stopAskedBy()).isEmpty();
    assertThat(kinds(decision)).contains(Effect.Prompt.class);
  }

  @Test
  void aWaitingPromptCanBeRemovedAndTheNextOneKeepsItsTurn() {
    var running = Samples.running();
    var first = Samples.followUp(running, RunPhase.WAITING);
    var agent = running.plus(first).plus(Samples.followUp(running.plus(first), RunPhase.WAITING));

    var decision = clicks(thread(agent), ANN, Verbs.DISCARD, first);

    assertThat(only(decision).waiting()).hasSize(1);
    assertThat(only(decision).run(first.id()).orElseThrow().phase()).isEqualTo(RunPhase.ENDED);
    assertThat(kinds(decision)).doesNotContain(Effect.Prompt.class);
  }

  @Test
  void whoMayNotSteerGetsAFormToSuggest() {
    var conversation = thread(Samples.finished());
    var run = conversation.agents().getFirst().firstRun();

    assertThat(form(conversation, ANN, run)).isInstanceOf(Ask.Answer.Open.class);
    assertThat(((Ask.Answer.Open) form(conversation, BEN, run)).form().title())
        .isEqualTo("Suggest a follow-up");
  }

  private static Ask.Answer form(Conversation conversation, Person actor, Run run) {
    return Deciding.opens(conversation, actor, Verbs.FOLLOW_UP, run, Known.NOTHING);
  }

  @Test
  void whoSendsTheFormIsCheckedAgain() {
    var conversation = thread(Samples.finished());
    var run = conversation.agents().getFirst().firstRun();

    var ann = Deciding.submits(conversation, run, filled(conversation, ANN, run));
    var ben = Deciding.submits(conversation, run, filled(conversation, BEN, run));

    assertThat(only(ann).runs().getLast().phase()).isEqualTo(RunPhase.STARTING);
    assertThat(only(ben).runs().getLast().phase()).isEqualTo(RunPhase.SUGGESTED);
    assertThat(kinds(ben)).doesNotContain(Effect.Prompt.class);
  }

  private static FormSubmission filled(Conversation conversation, Person actor, Run run) {
    return filled(conversation, actor, run, "also add tests");
  }

  private static FormSubmission filled(
      Conversation conversation, Person actor, Run run, String prompt) {
    return new FormSubmission(
        conversation.address(),
        actor,
        Verbs.on(Verbs.FOLLOW_UP, run.id()),
        "n1",
        Map.of(Verbs.PROMPT_FIELD, prompt));
  }

  @ParameterizedTest
  @EnumSource(
      value = RunPhase.class,
      names = {"UNCERTAIN", "ENDED"})
  void whatWasSwitchedDoesNotStartAgainInTheOldRepository(RunPhase phase) {
    var agent = failed().moved(API);
    var old =
        phase == RunPhase.ENDED
            ? agent
            : agent.withRun(agent.firstRun().id(), run -> run.withPhase(phase));
    var verb = phase == RunPhase.ENDED ? Verbs.RETRY : Verbs.SEND;

    var decision = clicks(thread(old), ANN, verb, old.firstRun());

    assertThat(decision.after().agents()).hasSize(1);
    assertThat(decision.effects()).isEmpty();
    assertThat(decision.note().orElseThrow()).contains("switched to acme/api already");
    assertThat(Deciding.buttons(old, old.firstRun())).doesNotContain("Retry", "Send again");
  }

  @Test
  void whoeverReadsTheCardGetsTheIdsThatSupportAsksFor() {
    var conversation = thread(Samples.finished());
    var agent = conversation.agents().getFirst();

    var decision = clicks(conversation, BEN, Verbs.REQUEST_ID, agent.firstRun());

    assertThat(decision.note().orElseThrow())
        .contains(agent.id().toString(), agent.firstRun().id().toString(), "bc-1", "run-1");
    assertThat(decision.after()).isEqualTo(conversation);
    assertThat(decision.effects()).isEmpty();
  }

  @Test
  void aButtonOfAnotherVersionDoesNothingAndSaysSo() {
    var conversation = thread(Samples.finished());
    var run = conversation.agents().getFirst().firstRun();

    var click = clicks(conversation, ANN, "fly", run);
    var opening = Deciding.opens(conversation, ANN, "fly", run, Known.NOTHING);

    assertThat(click.effects()).isEmpty();
    assertThat(click.note().orElseThrow()).contains("another version");
    assertThat(opening).isInstanceOf(Ask.Answer.Refuse.class);
  }

  @Test
  void theFormReadsOptionsAsTheThreadDoes() {
    var decision = sends("model=opus mode=plan also add tests");

    var run = only(decision).runs().getLast();
    assertThat(run.prompt()).isEqualTo("also add tests");
    assertThat(run.options())
        .isEqualTo(new RunOptions(Optional.of(Mode.PLAN), Optional.of("opus")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"modle=opus also add tests", "repo=acme/api also there", "branch=dev go"})
  void whatTheFormCannotDoIsSaidAndNothingIsSent(String text) {
    var decision = sends(text);

    assertThat(only(decision).runs()).hasSize(1);
    assertThat(decision.effects()).isEmpty();
    assertThat(decision.note().orElseThrow()).endsWith("Nothing was sent.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop", "help", "agent add tests", "rules add frontend acme/web"})
  void aCommandWordInTheFormIsAPrompt(String text) {
    assertThat(only(sends(text)).runs().getLast().prompt()).isEqualTo(text);
  }

  private static Decision sends(String prompt) {
    var conversation = thread(Samples.finished());
    var run = conversation.agents().getFirst().firstRun();
    var form = filled(conversation, ANN, run, prompt);
    return Deciding.submits(conversation, run, form);
  }
}
