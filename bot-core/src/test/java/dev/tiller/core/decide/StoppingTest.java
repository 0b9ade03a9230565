package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.RULES;
import static dev.tiller.core.decide.Deciding.audited;
import static dev.tiller.core.decide.Deciding.noon;
import static dev.tiller.core.decide.Deciding.said;
import static dev.tiller.core.decide.Deciding.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.StopSign;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a stop means: by word, by sign, and of everything.
class StoppingTest {

  /// The numbers of the agents whose runs are stopped, or what is said where none is.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # agents          | answers | message | stops
                            |         | stop    | Nothing is running
          idle              |         | stop    | Nothing is running
          held              |         | stop    | Nothing is running
          stopping          |         | stop    | It is being stopped already.
          running           |         | stop    | 1
          creating          |         | stop    | 1
          busy              |         | stop    | 1
          bens              |         | stop    | Only Ben
          idle running      |         | stop    | 2
          stopping running  |         | stop    | 2
          running running   |         | stop    | Which agent should I stop?
          running bens      |         | stop    | Which agent should I stop?
          running running   |         | stop #2 | 2
          running running   |         | #2 stop | 2
          running idle      |         | stop #2 | Agent 2 is not at work
          running bens      |         | stop #2 | Only Ben
          stopping running  |         | stop #1 | It is being stopped already.
          running           |         | stop #7 | There is no agent 7
          running running   | 2       | stop    | 2
          running idle      | 2       | stop    | That has ended already: fix the login bug
          running bens      | 2       | stop    | Only Ben
          """)
  void aStopMeansExactlyOneRun(String agents, Integer answered, String message, String expected) {
    var conversation = Threads.of(agents == null ? "" : agents);

    var decision =
        answered == null
            ? says(conversation, ANN, message)
            : Threads.answers(
                conversation, ANN, conversation.agents().get(answered - 1).firstRun(), message);

    assertThat(stops(conversation, decision)).contains(expected);
  }

  private static String stops(Conversation before, Decision decision) {
    var stopped =
        decision.after().agents().stream()
            .filter(agent -> !before.agents().contains(agent))
            .map(agent -> String.valueOf(agent.number()))
            .toList();
    return stopped.isEmpty() ? said(decision) : String.join(" ", stopped);
  }

  @Test
  void itSaysWhatIsStoppedAndOffersWhatWaits() {
    var decision = says(thread(Threads.busy(2)), ANN, "stop");

    assertThat(said(decision))
        .isEqualTo(
            "Stopping agent 1: “fix the login bug”. What waits behind it is kept on hold: 2"
                + " follow-ups.");
    assertThat(buttons(decision)).containsExactly("Send all", "Drop all");
  }

  private static List<String> buttons(Decision decision) {
    return decision.effects().stream()
        .filter(Effect.Say.class::isInstance)
        .flatMap(effect -> ((Effect.Say) effect).post().buttons().stream())
        .map(Button::label)
        .toList();
  }

  @Test
  void stopInAnswerToAQueuedPromptRemovesThatOneOnly() {
    var agent = Threads.busy(2);
    var conversation = thread(agent);

    var decision = Threads.answers(conversation, ANN, agent.waiting().getLast(), "stop");

    assertThat(Threads.line(decision)).containsExactly("step 1");
    assertThat(Deciding.only(decision).firstRun().stopAskedBy()).isEmpty();
    assertThat(said(decision)).contains("Removed from the queue of agent 1", "step 2");
  }

  @Test
  void severalAgentsAreOfferedWithAButtonEach() {
    var decision = says(Threads.of("running running running running"), ANN, "stop");

    assertThat(buttons(decision))
        .containsExactly("Stop agent 1", "Stop agent 2", "Stop agent 3", "Stop agent 4");
  }

  private static Decision signs(
      Conversation conversation, Optional<UUID> run, Person by, boolean outsider) {
    var sign = new StopSign(conversation.address(), run.map(UUID::toString), by, outsider, "n1");
    return Stopping.signed(conversation, run, sign, by, RULES, noon());
  }

  /// A sign on the first run of the agent with the number, or on the thread.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # agents         | on | by  | outsider | stops
          running running  | 2  | Ann | false    | 2
          running          | 1  | Ben | false    | Only Ann
          running          | 1  | Ben | true     | Only members of this workspace
          idle             | 1  | Ben | true     | nothing
          idle             | 1  | Ann | false    | nothing
          idle running     | 1  | Ann | false    | nothing
          stopping         | 1  | Ann | false    | nothing
          running bens     |    | Ann | false    | 1
          running running  |    | Ann | false    | 1 2
          bens             |    | Ann | false    | Only Ben
          idle             |    | Ann | false    | nothing
          """)
  void aSignMeansItsMessageOrItsThread(
      String agents, Integer on, String by, boolean outsider, String expected) {
    var conversation = Threads.of(agents);
    var run =
        Optional.ofNullable(on)
            .map(number -> conversation.agents().get(number - 1).firstRun().id());

    var decision = signs(conversation, run, by.equals("Ann") ? ANN : BEN, outsider);

    var stopped = stops(conversation, decision);
    assertThat(stopped.isEmpty() ? "nothing" : stopped).contains(expected);
  }

  @Test
  void aSignThatIsRefusedIsOnRecord() {
    assertThat(audited(signs(Threads.of("bens"), Optional.empty(), ANN, false)))
        .containsExactly("stop refused by steering=owner");
  }

  private static Decision stopsAll(Conversation conversation, int atWork) {
    return OnMessage.decide(
        conversation,
        Deciding.message(conversation, ANN, "stop all"),
        Grammar.parse("stop all"),
        around(conversation, atWork));
  }

  private static Surroundings around(Conversation conversation, int atWork) {
    return Threads.around(
        conversation, ANN, new Surroundings.Memory(_ -> Optional.empty(), () -> atWork, List::of));
  }

  @Test
  void stopAllAsksBackWithTheNumber() {
    var conversation = Threads.of("running");

    var decision = stopsAll(conversation, 3);

    assertThat(decision.after()).isEqualTo(conversation);
    assertThat(said(decision)).contains("Stop all 3 agents at work for you?");
    assertThat(buttons(decision)).containsExactly("Stop all 3", "Let them work");
    assertThat(said(stopsAll(conversation, 0))).contains("Nothing that you have asked for");
  }

  @Test
  void onlyWhoAskedSaysYesAndOnce() {
    var conversation = Threads.of("running");
    var question = Deciding.asked(stopsAll(conversation, 3));
    var key = new QuestionKey(Verbs.CONFIRM, question.id(), 0);
    var around = around(conversation, 3);

    var bens = StopAll.clicked(conversation, question, key, BEN, around);
    var anns = StopAll.clicked(conversation, question, key, ANN, around);
    var twice = StopAll.clicked(conversation, Deciding.asked(anns), key, ANN, around);
    var no =
        StopAll.clicked(
            conversation, question, new QuestionKey(Verbs.KEEP, question.id(), 0), ANN, around);

    assertThat(bens.effects()).isEmpty();
    assertThat(bens.note()).isPresent();
    assertThat(anns.effects()).anyMatch(Effect.StopAll.class::isInstance);
    assertThat(said(anns)).contains("Stopping 3 agents");
    assertThat(twice.effects()).isEmpty();
    assertThat(no.effects()).noneMatch(Effect.StopAll.class::isInstance);
    assertThat(said(no)).contains("Nothing was stopped");
  }

  @Test
  void aQuestionThatNobodyAnswersStopsNothing() {
    var conversation = Threads.of("running");
    var question = Deciding.asked(stopsAll(conversation, 3));

    assertThat(said(OnQuestion.expired(conversation, question)))
        .contains("Nobody answered in time. Nothing was stopped.");
  }

  @Test
  void allMeansOnesOwnRunsAtWorkThatWereThereWhenOneSaidYes() {
    var mine = Threads.of("running");
    var conversation = mine.with(other(ANN, NOON.plusSeconds(5), 2)).with(other(BEN, NOON, 3));
    var question =
        new Question(
            UUID.randomUUID(),
            Topic.STOP_ALL,
            ANN,
            false,
            Optional.empty(),
            "",
            0,
            Question.Stage.CLOSED,
            NOON);

    var decision = StopAll.in(conversation, question, RULES, noon());

    assertThat(decision.after().agents())
        .extracting(agent -> agent.firstRun().stopAskedBy().isPresent())
        .containsExactly(true, false, false);
  }

  private static Agent other(Person requester, Instant askedAt, int number) {
    var plain = Samples.running();
    var run =
        Run.asked(
                UUID.randomUUID(),
                1,
                requester,
                Optional.empty(),
                "other",
                RunPhase.STARTING,
                askedAt)
            .sending(askedAt)
            .running(Optional.empty());
    return new Agent(
        plain.id(),
        number,
        plain.request(),
        plain.state(),
        plain.serviceId(),
        plain.page(),
        plain.calledAt(),
        List.of(run));
  }
}
