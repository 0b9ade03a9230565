package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Answering.card;
import static dev.tiller.core.decide.Answering.found;
import static dev.tiller.core.decide.Answering.labels;
import static dev.tiller.core.decide.Answering.question;
import static dev.tiller.core.decide.Answering.record;
import static dev.tiller.core.decide.Answering.report;
import static dev.tiller.core.decide.Deciding.RULES;
import static dev.tiller.core.decide.Deciding.asked;
import static dev.tiller.core.decide.Deciding.noon;
import static dev.tiller.core.decide.Deciding.only;
import static dev.tiller.core.decide.Deciding.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.AgentRecord.Standing;
import dev.tiller.core.agents.CloudAgentsException.Reason;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.agents.RunState;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Question.Stage;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.settings.Steering;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is said, and changes, when an answer has been found, or has not.
class OnAnswerTest {

  @Test
  void aFreshLookThatFindsTheEndEndsTheRun() {
    var agent = Samples.running();

    var decision = found(thread(agent), Topic.STATUS, finished(agent.firstRun().id()));

    assertThat(only(decision).firstRun().phase()).isEqualTo(RunPhase.ENDED);
    assertThat(card(decision).title()).contains("Finished");
  }

  private static Found.Looked finished(UUID run) {
    return new Found.Looked(
        record(Standing.IDLE), Optional.of(run), Optional.of(report(RunState.FINISHED)));
  }

  @Test
  void aLookAtARunThatHasEndedMeanwhileDoesNotEndTheNext() {
    var ended = Samples.finished();
    var agent = ended.plus(Samples.followUp(ended, RunPhase.RUNNING));

    var decision = found(thread(agent), Topic.STATUS, finished(ended.firstRun().id()));

    assertThat(only(decision).runs().getLast().phase()).isEqualTo(RunPhase.RUNNING);
  }

  @Test
  void whatWaitsForAnAgentThatIsPutAwayIsHeld() {
    var running = Samples.running();
    var agent = running.plus(Samples.followUp(running, RunPhase.WAITING));
    var looked = new Found.Looked(record(Standing.ARCHIVED), Optional.empty(), Optional.empty());

    var decision = found(thread(agent), Topic.STATUS, looked);

    assertThat(only(decision).runs().getLast().phase()).isEqualTo(RunPhase.HELD);
  }

  @Test
  void statusLearnsWhetherTheAgentIsPutAway() {
    var looked = new Found.Looked(record(Standing.ARCHIVED), Optional.empty(), Optional.empty());
    var back = new Found.Looked(record(Standing.IDLE), Optional.empty(), Optional.empty());

    var archived = found(thread(Samples.finished()), Topic.STATUS, looked);
    var returned = found(archived.after(), Topic.STATUS, back);

    assertThat(only(archived).state()).isEqualTo(LaunchState.ARCHIVED);
    assertThat(labels(archived)).contains("Unarchive");
    assertThat(only(returned).state()).isEqualTo(LaunchState.LAUNCHED);
    var v0 = Deciding.rules(Steering.owner(), false);
    var conversation = thread(Samples.finished());
    assertThat(
            only(OnAnswer.found(
                    conversation, question(conversation, Topic.STATUS, 0), looked, v0, noon()))
                .state())
        .isEqualTo(LaunchState.LAUNCHED);
  }

  @Test
  void aLateStatusIsWhatWasKnownBefore() {
    var conversation = thread(Samples.finished());

    var decision =
        OnAnswer.late(conversation, question(conversation, Topic.STATUS, 0), RULES, noon());

    assertThat(said(decision)).contains("Pull request ready", "did not answer");
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everyQuestionIsAnsweredWhenTheServiceIsNot(Topic topic) {
    var conversation = thread(Samples.finished());
    var question = question(conversation, topic, 0);

    var decision = OnAnswer.late(conversation, question, RULES, noon());

    assertThat(said(decision)).containsPattern("answer|told");
    assertThat(asked(decision).stage()).isEqualTo(Stage.CLOSED);
    assertThat(decision.after()).isEqualTo(conversation);
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void aRefusalIsToldWithItsCause(Topic topic) {
    var conversation = thread(Samples.finished());
    var refused = new Refused(Reason.KEY, "unauthorized", "");

    var decision = OnAnswer.refused(conversation, question(conversation, topic, 0), refused);

    assertThat(said(decision)).contains("API key");
  }

  @Test
  void whatIsArchivedComesBack() {
    var archived = found(thread(Samples.finished()), Topic.ARCHIVE, new Found.Done());
    var back = found(archived.after(), Topic.UNARCHIVE, new Found.Done());

    assertThat(only(archived).state()).isEqualTo(LaunchState.ARCHIVED);
    assertThat(said(archived)).contains("is archived");
    assertThat(Deciding.buttons(only(archived), only(archived).firstRun()))
        .contains("Unarchive")
        .doesNotContain("Add follow-up");
    assertThat(only(back).state()).isEqualTo(LaunchState.LAUNCHED);
  }

  @Test
  void whatIsDeletedEndsItsRunsAndLosesItsButtons() {
    var running = Samples.running();
    var agent = running.plus(Samples.followUp(running, RunPhase.WAITING));

    var decision = found(thread(agent), Topic.DELETE, new Found.Done());

    assertThat(only(decision).state()).isEqualTo(LaunchState.DELETED);
    assertThat(only(decision).runs()).allMatch(run -> run.phase() == RunPhase.ENDED);
    assertThat(decision.effects().toString()).contains("Agent 1 is deleted");
    assertThat(Deciding.kinds(decision)).doesNotContain(Effect.Prompt.class);
    var finished = Samples.finished().withState(LaunchState.DELETED);
    assertThat(Deciding.buttons(finished, finished.firstRun()))
        .containsExactly("View pull request", "View changes");
  }

  @Test
  void anAgentThatIsGoneCountsAsDeletedOnlyWhenThatWasWanted() {
    var conversation = thread(Samples.finished());

    var deleted = OnAnswer.gone(conversation, question(conversation, Topic.DELETE, 0), noon());
    var asked = OnAnswer.gone(conversation, question(conversation, Topic.USAGE, 0), noon());

    assertThat(only(deleted).state()).isEqualTo(LaunchState.DELETED);
    assertThat(only(asked).state()).isEqualTo(LaunchState.LAUNCHED);
    assertThat(said(asked)).contains("does not have agent 1");
  }

  @Test
  void whatTheVersionLacksIsToldWithTheSettingThatHasIt() {
    var conversation = thread(Samples.finished());

    assertThat(said(found(conversation, Topic.ARCHIVE, new Found.Unsupported("v0"))))
        .contains("v0", "CURSOR_API=v1");
    assertThat(said(found(conversation, Topic.USAGE, new Found.Unsupported("v0"))))
        .contains("CURSOR_API=v1");
  }

  @Test
  void aDeletedAgentIsNotRevivedByALateReport() {
    var deleted = Samples.running().withState(LaunchState.DELETED);

    var decision =
        OnReport.unasked(
            thread(deleted),
            deleted.id(),
            new AgentId("bc-1"),
            report(RunState.RUNNING),
            RULES,
            Deciding.noon());

    assertThat(only(decision).state()).isEqualTo(LaunchState.DELETED);
  }
}
