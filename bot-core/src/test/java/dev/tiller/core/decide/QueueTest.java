package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.RULES;
import static dev.tiller.core.decide.Deciding.audited;
import static dev.tiller.core.decide.Deciding.buttons;
import static dev.tiller.core.decide.Deciding.clicks;
import static dev.tiller.core.decide.Deciding.kinds;
import static dev.tiller.core.decide.Deciding.only;
import static dev.tiller.core.decide.Deciding.said;
import static dev.tiller.core.decide.Deciding.says;
import static dev.tiller.core.decide.Threads.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.settings.Steering;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What waits: who may change it, in what order it goes out, and what becomes one.
class QueueTest {

  private static final Rules TEAM = Deciding.rules(Steering.team(), true);
  private static final Rules V0 = Deciding.rules(Steering.owner(), false);

  private static Run waiting(Agent agent, int place) {
    return agent.waiting().get(place - 1);
  }

  private static Decision clicksUnder(
      Conversation conversation, Person actor, String verb, Run run, Rules rules) {
    return OnAction.decide(
        conversation,
        run.id(),
        new Action(conversation.address(), actor, Verbs.on(verb, run.id()), Optional.empty()),
        rules,
        Deciding.noon());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # verb       | place | then the line is
          move-up      | 3     | step 1, step 3, step 2
          move-up      | 2     | step 2, step 1, step 3
          move-up      | 1     | step 1, step 2, step 3
          move-first   | 3     | step 3, step 1, step 2
          move-first   | 1     | step 1, step 2, step 3
          discard      | 2     | step 1, step 3
          send         | 3     | step 3, step 1, step 2
          """)
  void theLineCanBeChanged(String verb, int place, String expected) {
    var agent = Threads.busy(3);

    var decision = clicks(thread(agent), ANN, verb, waiting(agent, place));

    assertThat(String.join(", ", line(decision))).isEqualTo(expected);
    assertThat(decision.note().isPresent()).isEqualTo(decision.after().agents().contains(agent));
  }

  @Test
  void theChangedOrderIsTheOrderInWhichPromptsGoOut() {
    var agent = Threads.busy(3);
    var moved = clicks(thread(agent), ANN, Verbs.MOVE_FIRST, waiting(agent, 3)).after();

    var ended = Endings.end(moved, agent.firstRun().id(), Samples.success());

    assertThat(only(ended).activeRun().map(Run::prompt)).contains("step 3");
    assertThat(line(ended)).containsExactly("step 1", "step 2");
  }

  @Test
  void cardsSayThePlaceAndOfferWhatIsPossible() {
    var agent = Threads.busy(3);

    assertThat(RunCards.card(agent, waiting(agent, 2)).title()).contains("2nd in line");
    assertThat(buttons(agent, waiting(agent, 1))).containsExactly("Send now", "Edit", "Remove");
    assertThat(buttons(agent, waiting(agent, 2)))
        .containsExactly("Send now", "Move up", "Edit", "Remove");
    assertThat(buttons(agent, waiting(agent, 3)))
        .containsExactly("Send now", "Move up", "Move to the front", "Edit", "Remove");
  }

  @Test
  void sendNowCancelsTheRunAndGoesNextAndTheOthersStay() {
    var agent = Threads.busy(3);

    var asked = clicks(thread(agent), ANN, Verbs.SEND, waiting(agent, 3));
    var cancelled = Endings.end(asked.after(), agent.firstRun().id(), stopped());

    assertThat(kinds(asked)).contains(Effect.Cancel.class);
    assertThat(only(cancelled).activeRun().map(Run::prompt)).contains("step 3");
    assertThat(line(cancelled)).containsExactly("step 1", "step 2");
    assertThat(audited(asked)).contains("send by owner");
  }

  private static Ending stopped() {
    return Ending.because(Ending.How.STOPPED, NOON, "Stopped.");
  }

  @Test
  void sendNowDuringTheLaunchIsAnIntentThatLetsTheAgentBegin() {
    var creating = Samples.requested();
    var agent = creating.plus(Samples.followUp(creating, RunPhase.WAITING));
    var asked = clicks(thread(agent), ANN, Verbs.SEND, waiting(agent, 1));

    assertThat(kinds(asked)).doesNotContain(Effect.Cancel.class);
    var next = OnLaunch.next(asked.after(), agent.id(), RULES, Deciding.noon());
    assertThat(next).isInstanceOf(OnLaunch.Next.Call.class);
    var launched =
        OnLaunch.exists(
            ((OnLaunch.Next.Call) next).after(),
            agent.id(),
            new AgentId("bc-1"),
            Optional.empty(),
            Optional.empty());
    assertThat(kinds(launched)).contains(Effect.Cancel.class);
    var ended = Endings.end(launched.after(), agent.firstRun().id(), stopped());
    assertThat(only(ended).activeRun().map(Run::prompt)).contains("also add tests");
  }

  @Test
  void aStopAfterSendNowHoldsEverything() {
    var agent = Threads.busy(2);
    var asked = clicks(thread(agent), ANN, Verbs.SEND, waiting(agent, 2));

    var stopped = says(asked.after(), ANN, "stop");
    var ended = Endings.end(stopped.after(), agent.firstRun().id(), stopped());

    assertThat(kinds(stopped)).doesNotContain(Effect.Cancel.class);
    assertThat(only(ended).activeRun()).isEmpty();
    assertThat(only(ended).held()).hasSize(2);
  }

  @Test
  void aCancelThatFailsLeavesTheRunAsItWas() {
    var agent = Threads.busy(1);
    var asked = clicks(thread(agent), ANN, Verbs.SEND, waiting(agent, 1));

    var failed = OnCancel.failed(asked.after(), agent.firstRun().id(), 1);

    assertThat(only(failed).firstRun().stopAskedBy()).isEmpty();
    assertThat(only(failed).firstRun().turn().yields()).isFalse();
    assertThat(line(failed)).containsExactly("step 1");
  }

  @Test
  void whereNothingCanBeCancelledSendNowSaysWhy() {
    var agent = Threads.busy(1);

    var decision = clicksUnder(thread(agent), ANN, Verbs.SEND, waiting(agent, 1), V0);

    assertThat(decision.after().agents()).containsExactly(agent);
    assertThat(decision.note()).hasValueSatisfying(note -> assertThat(note).contains("v0"));
  }

  @Test
  void whatIsOnHoldGoesOutAtOnceWhereTheAgentIsFree() {
    var conversation = Threads.of("held");
    var held = conversation.agents().getFirst().held().getFirst();

    var decision = clicksUnder(conversation, ANN, Verbs.SEND, held, V0);

    assertThat(only(decision).activeRun().map(Run::id)).contains(held.id());
  }

  @Test
  void whatIsReleasedDuringTheStopIsNotHeldAgainByItsEnding() {
    var agent = Threads.busy(2);
    var stopped = says(thread(agent), ANN, "stop").after();
    var first = stopped.agents().getFirst().held().getFirst();

    var one = clicks(stopped, ANN, Verbs.SEND, first);
    var ended = Endings.end(one.after(), agent.firstRun().id(), stopped());

    assertThat(only(ended).activeRun().map(Run::prompt)).contains("step 1");
    assertThat(only(ended).held()).extracting(Run::prompt).containsExactly("step 2");
  }

  @Test
  void allThatIsHeldCanBeSentOrDropped() {
    var agent = Threads.busy(2);
    var stopped = says(thread(agent), ANN, "stop").after();
    var ended = Endings.end(stopped, agent.firstRun().id(), stopped()).after();
    var held = ended.agents().getFirst().held().getFirst();

    var sent = clicks(ended, ANN, Verbs.SEND_ALL, held);
    var dropped = clicks(ended, ANN, Verbs.DROP_ALL, held);

    assertThat(only(sent).activeRun().map(Run::prompt)).contains("step 1");
    assertThat(line(sent)).containsExactly("step 2");
    assertThat(only(dropped).queued()).isEmpty();
    assertThat(clicks(dropped.after(), ANN, Verbs.SEND_ALL, held).note()).isPresent();
  }

  @Test
  void aStaleCardChangesNothing() {
    var agent = Threads.busy(1);
    var gone = waiting(agent, 1);
    var conversation = clicks(thread(agent), ANN, Verbs.DISCARD, gone).after();

    for (var verb : List.of(Verbs.DISCARD, Verbs.SEND, Verbs.MOVE_UP, Verbs.REQUEUE)) {
      var decision = clicks(conversation, ANN, verb, gone);
      assertThat(decision.after()).isEqualTo(conversation);
      assertThat(decision.note()).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # verb       | asked by | who | rules | allowed
          discard      | Ann      | Ann | owner | true
          discard      | Ann      | Ben | owner | false
          discard      | Ben      | Ben | owner | true
          discard      | Ann      | Ben | team  | true
          send         | Ben      | Ben | owner | false
          send         | Ann      | Ben | team  | true
          move-first   | Ann      | Ben | owner | false
          move-first   | Ben      | Ann | owner | true
          drop-all     | Ben      | Ben | owner | false
          edit         | Ben      | Ben | owner | false
          edit         | Ann      | Ben | team  | true
          edit         | Ben      | Ann | owner | true
          """)
  void whoMayChangeWhatWaits(
      String verb, String author, String actor, String steering, boolean allowed) {
    var first = Threads.busy(2);
    var run = waiting(first, 2);
    var agent = first.withRun(run.id(), each -> each.by(person(author), Optional.empty()));
    var rules = steering.equals("team") ? TEAM : RULES;

    var note =
        verb.equals(Verbs.EDIT)
            ? edits(thread(agent), person(actor), run, "other", rules).note()
            : clicksUnder(thread(agent), person(actor), verb, run, rules).note();

    assertThat(note.filter(said -> said.contains("Only Ann")).isEmpty()).isEqualTo(allowed);
  }

  private static Person person(String name) {
    return name.equals("Ann") ? ANN : BEN;
  }

  private static Decision edits(
      Conversation conversation, Person actor, Run run, String text, Rules rules) {
    var form =
        new FormSubmission(
            conversation.address(),
            actor,
            Verbs.on(Verbs.EDIT, run.id()),
            "n1",
            Map.of(Verbs.PROMPT_FIELD, text));
    return Deciding.submits(conversation, run, form, rules);
  }

  @Test
  void whatWaitsCanBeEditedAsItStands() {
    var agent = Threads.busy(2);
    var run = waiting(agent, 1);
    var conversation = thread(agent);

    var opened = (Answer.Open) Deciding.opens(conversation, ANN, Verbs.EDIT, run, RULES);
    var decision = edits(conversation, ANN, run, "use repo=acme/api as a model", RULES);

    var field = (Form.TextField) opened.form().fields().getFirst();
    assertThat(field.initial()).isEqualTo("step 1");
    assertThat(line(decision)).containsExactly("use repo=acme/api as a model", "step 2");
  }

  @Test
  void whatHasJoinedOrWasEditedMeanwhileIsNotWrittenOver() {
    var agent = Threads.busy(2);
    var run = waiting(agent, 1);
    var opened = (Answer.Open) Deciding.opens(thread(agent), ANN, Verbs.EDIT, run, RULES);
    var later = thread(agent.withRun(run.id(), each -> each.saying("step 1\n\nand docs")));
    var form =
        new FormSubmission(
            later.address(),
            ANN,
            opened.form().key(),
            opened.form().nonce(),
            Map.of(Verbs.PROMPT_FIELD, "my step"));

    var refused = Deciding.submits(later, run, form, RULES);
    var saved = Deciding.submits(thread(agent), run, form, RULES);

    assertThat(refused.after()).isEqualTo(later);
    assertThat(refused.note().orElseThrow()).contains("changed meanwhile", "my step");
    assertThat(line(saved)).containsExactly("my step", "step 2");
  }

  @Test
  void whatHasGoneOutCannotBeEditedAnyMore() {
    var agent = Samples.running();
    var conversation = thread(agent);

    var decision = edits(conversation, ANN, agent.firstRun(), "other", RULES);

    assertThat(decision.after()).isEqualTo(conversation);
    assertThat(decision.note()).isPresent();
  }

  @Test
  void theSixthIsToldThatNoMoreMayWait() {
    var full = thread(Threads.busy(5));

    var decision = says(full, ANN, "one more");
    var form =
        new FormSubmission(
            full.address(),
            ANN,
            Verbs.on(Verbs.FOLLOW_UP, full.agents().getFirst().firstRun().id()),
            "n1",
            Map.of(Verbs.PROMPT_FIELD, "one more"));

    assertThat(line(decision)).hasSize(5);
    assertThat(said(decision)).contains("5 follow-ups waiting", "Nothing was sent");
    assertThat(Deciding.submits(full, full.agents().getFirst().firstRun(), form, RULES).note())
        .hasValueSatisfying(note -> assertThat(note).contains("5 follow-ups waiting"));
    assertThat(line(says(thread(Threads.busy(4)), ANN, "one more"))).hasSize(5);
  }

  @Test
  void theQueueIsShownForEachAgentWithButtons() {
    var agent = Threads.busy(2);
    var conversation = Threads.of("idle busy busy");

    var one = says(thread(agent), ANN, "queue");
    var all = says(conversation, BEN, "queue");

    assertThat(said(one))
        .contains("2 follow-ups wait for agent 1", "At work now: fix the login bug")
        .contains("Place 1: Ann: step 1", "Place 2: Ann: step 2", "At most 5");
    assertThat(kinds(all)).containsExactly(Effect.Say.class, Effect.Say.class);
    assertThat(said(says(conversation, ANN, "queue #3"))).contains("for agent 3");
    assertThat(said(says(conversation, ANN, "queue #1"))).contains("Nothing waits");
    assertThat(said(says(conversation, ANN, "queue #9"))).contains("no agent 9");
  }
}
