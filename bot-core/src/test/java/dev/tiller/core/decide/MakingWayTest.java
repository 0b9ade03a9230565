package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.WEB;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.RULES;
import static dev.tiller.core.decide.Deciding.buttons;
import static dev.tiller.core.decide.Deciding.clicks;
import static dev.tiller.core.decide.Deciding.kinds;
import static dev.tiller.core.decide.Deciding.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Along;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.routing.Known;
import dev.tiller.core.settings.Preferences;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A run that is cancelled only so that another prompt goes first.
class MakingWayTest {

  private static Run yielding(Run run) {
    return run.stopAsked(ANN).in(run.turn().yielding(true));
  }

  private static Agent overtaken(Agent agent) {
    return agent.withRun(agent.firstRun().id(), MakingWayTest::yielding);
  }

  @Test
  void whenItsAgentIsDeletedItIsStoppedAndNothingFollowsIt() {
    var agent = overtaken(Threads.busy(1));
    var question =
        new Question(
            UUID.randomUUID(),
            Topic.DELETE,
            ANN,
            false,
            Optional.of(agent.id()),
            "",
            0,
            Question.Stage.WAITING,
            NOON);

    var decision =
        OnQuestion.clicked(
            thread(agent),
            question,
            new QuestionKey(Verbs.CONFIRM, question.id(), 0),
            ANN,
            RULES,
            Deciding.noon());

    assertThat(only(decision).firstRun().unwanted()).isTrue();
    assertThat(only(decision).waiting()).isEmpty();
  }

  @Test
  void whenItsRequestGoesElsewhereItIsStopped() {
    var api = Repository.parse("acme/api").orElseThrow();
    var agent = overtaken(Samples.requested());
    var conversation = thread(agent);
    var form =
        new FormSubmission(
            conversation.address(),
            ANN,
            Verbs.on(Verbs.SWITCH, agent.firstRun().id()),
            "n",
            Map.of(Verbs.REPOSITORY_FIELD, "acme/api"));
    var known =
        Deciding.background(RULES, Known.of(List.of(WEB, api), List.of()), Preferences.NONE);

    var decision = Deciding.submits(conversation, agent.firstRun(), form, known);

    assertThat(only(decision).movedTo()).contains(api);
    assertThat(only(decision).firstRun().unwanted()).isTrue();
  }

  @Test
  void whereTheAgentIsGoneNothingWaitsForEver() {
    var agent = overtaken(Threads.busy(2));

    var decision = OnReport.vanished(thread(agent), agent.firstRun().id(), Deciding.noon());

    assertThat(only(decision).state()).isEqualTo(LaunchState.GONE);
    assertThat(only(decision).waiting()).isEmpty();
    assertThat(only(decision).held()).extracting(Run::prompt).containsExactly("step 1", "step 2");
  }

  @Test
  void aLaunchWhoseAnswerWasLostCanBeSentAgain() {
    var requested = overtaken(Samples.requested());
    var agent =
        requested
            .withState(LaunchState.UNKNOWN)
            .withRun(requested.firstRun().id(), run -> run.withPhase(RunPhase.UNCERTAIN));

    assertThat(buttons(agent, agent.firstRun())).contains("Send again");
    assertThat(kinds(clicks(thread(agent), ANN, Verbs.SEND, agent.firstRun())))
        .contains(Effect.Launch.class);
  }

  @Test
  void whatGoesAlongWithItIsStillCollected() {
    var first = Samples.requested();
    var agent = overtaken(first.taking(Along.wanted(Optional.empty(), List.of())));
    var root = thread(agent);

    assertThat(OnContext.wanted(root, agent.firstRun().id(), Preferences.NONE)).isPresent();
    var stopped = agent.withRun(agent.firstRun().id(), run -> run.in(run.turn().yielding(false)));
    assertThat(OnContext.wanted(thread(stopped), agent.firstRun().id(), Preferences.NONE))
        .isEmpty();
  }

  @Test
  void anAgentWhoseRequestWentElsewhereTakesNoPromptsAnyMore() {
    var running = Samples.running();
    var its =
        running
            .plus(Samples.followUp(running, RunPhase.HELD))
            .moved(Repository.parse("acme/api").orElseThrow());
    var agent = its.plus(Samples.followUp(its, RunPhase.SUGGESTED).by(BEN, Optional.empty()));
    var conversation = thread(agent);
    var held = agent.held().getFirst();

    assertThat(agent.takesPrompts()).isFalse();
    for (var verb : List.of(Verbs.SEND, Verbs.REQUEUE, Verbs.SEND_ALL)) {
      var decision = clicks(conversation, ANN, verb, held);
      assertThat(decision.after()).isEqualTo(conversation);
      assertThat(decision.note().orElseThrow()).contains("switched to acme/api");
    }
    var accepted = clicks(conversation, ANN, OnSuggestion.ACCEPT, agent.suggestions().getFirst());
    assertThat(accepted.note().orElseThrow()).contains("switched to acme/api");
    assertThat(buttons(agent, agent.firstRun())).doesNotContain("Add follow-up");
    var opened = Deciding.opens(conversation, ANN, Verbs.FOLLOW_UP, agent.firstRun(), RULES);
    assertThat(opened.toString()).contains("switched to acme/api");
  }
}
