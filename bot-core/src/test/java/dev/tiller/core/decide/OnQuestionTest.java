package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.RULES;
import static dev.tiller.core.decide.Deciding.asked;
import static dev.tiller.core.decide.Deciding.audited;
import static dev.tiller.core.decide.Deciding.clicks;
import static dev.tiller.core.decide.Deciding.kinds;
import static dev.tiller.core.decide.Deciding.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Person;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Question.Stage;
import dev.tiller.core.conversation.Samples;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What clicks on the buttons of answers lead to.
class OnQuestionTest {

  private final Conversation conversation = thread(Samples.finished());

  private Question question(Topic topic, Stage stage) {
    var agent = conversation.agents().getFirst();
    return new Question(
        UUID.randomUUID(), topic, ANN, false, Optional.of(agent.id()), "", 0, stage, NOON);
  }

  private Decision clicked(Question question, Person actor, String verb, int page, Instant now) {
    return OnQuestion.clicked(
        conversation,
        question,
        new QuestionKey(verb, question.id(), page),
        actor,
        RULES,
        Deciding.at(now));
  }

  private Decision clicked(Question question, Person actor, String verb) {
    return clicked(question, actor, verb, 0, NOON);
  }

  @Test
  void theAskerTurnsPages() {
    var question = question(Topic.CONVERSATION, Stage.CLOSED);

    var decision = clicked(question, ANN, Verbs.PAGE, 1, NOON.plusSeconds(9));

    assertThat(asked(decision)).isEqualTo(question.asked(1, NOON.plusSeconds(9)));
  }

  @Test
  void nobodyElseTurnsThem() {
    var decision = clicked(question(Topic.CONVERSATION, Stage.CLOSED), BEN, Verbs.PAGE, 1, NOON);

    assertThat(decision.effects()).isEmpty();
    assertThat(decision.note().orElseThrow()).contains("Only Ann");
  }

  @Test
  void aSecondClickOnTheSamePageDoesNothing() {
    var turning = question(Topic.CONVERSATION, Stage.CLOSED).asked(1, NOON);

    assertThat(clicked(turning, ANN, Verbs.PAGE, 1, NOON).effects()).isEmpty();
    assertThat(asked(clicked(turning, ANN, Verbs.PAGE, 2, NOON)).page()).isEqualTo(2);
  }

  @Test
  void whoMaySteerConfirmsADeletion() {
    var decision = clicked(question(Topic.DELETE, Stage.WAITING), ANN, Verbs.CONFIRM);

    assertThat(asked(decision).stage()).isEqualTo(Stage.ASKED);
    assertThat(said(decision)).contains("Deleting agent 1");
    assertThat(audited(decision)).containsExactly("delete by owner");
  }

  @Test
  void aDeclinedDeletionIsOver() {
    var decision = clicked(question(Topic.DELETE, Stage.WAITING), ANN, Verbs.KEEP);

    assertThat(asked(decision).stage()).isEqualTo(Stage.CLOSED);
    assertThat(said(decision)).contains("is kept");
  }

  @ParameterizedTest
  @ValueSource(strings = {Verbs.CONFIRM, Verbs.KEEP})
  void aStrangerSettlesNothing(String verb) {
    var decision = clicked(question(Topic.DELETE, Stage.WAITING), BEN, verb);

    assertThat(kinds(decision)).containsExactly(Effect.Audit.class);
    assertThat(decision.note().orElseThrow()).contains("Only Ann");
  }

  @ParameterizedTest
  @ValueSource(strings = {Verbs.CONFIRM, Verbs.KEEP})
  void whatIsSettledStaysSo(String verb) {
    for (var stage : new Stage[] {Stage.ASKED, Stage.CLOSED}) {
      var decision = clicked(question(Topic.DELETE, stage), ANN, verb);

      assertThat(decision.effects()).isEmpty();
      assertThat(decision.note()).isPresent();
    }
  }

  @Test
  void aDeletionExpires() {
    var question = question(Topic.DELETE, Stage.WAITING);

    var late = clicked(question, ANN, Verbs.CONFIRM, 0, question.expiresAt().plusSeconds(1));

    assertThat(asked(late).stage()).isEqualTo(Stage.CLOSED);
    assertThat(said(late)).contains("is kept", "Nobody confirmed");
    assertThat(late.note().orElseThrow()).contains("too long ago");
    assertThat(said(OnQuestion.expired(conversation, question))).contains("Nobody confirmed");
    assertThat(OnQuestion.expired(conversation, question.closed()).effects()).isEmpty();
  }

  @Test
  void theButtonOfACardDoesWhatTheWordDoes() {
    var archived = thread(Samples.finished().withState(LaunchState.ARCHIVED));
    var run = archived.agents().getFirst().firstRun();

    assertThat(asked(clicks(archived, ANN, Verbs.UNARCHIVE, run)).topic())
        .isEqualTo(Topic.UNARCHIVE);
    assertThat(asked(clicks(archived, ANN, Verbs.DELETE, run)).stage()).isEqualTo(Stage.WAITING);
    assertThat(clicks(archived, ANN, Verbs.ARCHIVE, run).note().orElseThrow())
        .contains("archived already");
    assertThat(clicks(archived, BEN, Verbs.DELETE, run).note().orElseThrow()).contains("Only Ann");
  }

  @Test
  void keysNameTheirQuestionAndPage() {
    var question = question(Topic.LIST, Stage.CLOSED);

    assertThat(QuestionKey.parse(QuestionKey.of(Verbs.PAGE, question, 3)))
        .contains(new QuestionKey(Verbs.PAGE, question.id(), 3));
    for (var subject : new String[] {question.id().toString(), "x/1", question.id() + "/-1"}) {
      assertThat(QuestionKey.parse(new ActionKey(Verbs.PAGE, subject))).isEmpty();
    }
  }
}
