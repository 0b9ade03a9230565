package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.asked;
import static dev.tiller.core.decide.Deciding.audited;
import static dev.tiller.core.decide.Deciding.kinds;
import static dev.tiller.core.decide.Deciding.said;
import static dev.tiller.core.decide.Deciding.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Place;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Question.Stage;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people ask about agents, and have done with them, by message.
class QuestionsTest {

  private static Agent second(Agent agent) {
    return new Agent(
        UUID.randomUUID(),
        2,
        agent.request(),
        agent.state(),
        agent.serviceId(),
        agent.page(),
        agent.calledAt(),
        agent.runs().stream()
            .map(run -> Samples.followUp(agent, RunPhase.STARTING).ended(Samples.success()))
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "whoami, WHO_AM_I, ''", "models, MODELS, ''", "models opus, MODELS, opus",
    "repos web, REPOSITORIES, web", "list, LIST, ''", "list here, LIST_HERE, ''",
    "list all, LIST_ALL, ''", "list running, LIST, running", "list here done, LIST_HERE, done",
    "list all waiting, LIST_ALL, waiting", "my agents queued, LIST, waiting"
  })
  void whatIsAboutNoAgentIsAskedAnywhere(String text, Topic topic, String filter) {
    var question = asked(says(thread(), ANN, text));

    assertThat(question.topic()).isEqualTo(topic);
    assertThat(question.filter()).isEqualTo(filter);
    assertThat(question.stage()).isEqualTo(Stage.ASKED);
    assertThat(question.asker()).isEqualTo(ANN);
  }

  @ParameterizedTest
  @CsvSource({"status, STATUS", "conversation, CONVERSATION", "usage, USAGE"})
  void everybodyMayAskAboutAnAgent(String text, Topic topic) {
    var agent = Samples.finished();

    var decision = says(thread(agent), BEN, text);

    assertThat(asked(decision).topic()).isEqualTo(topic);
    assertThat(asked(decision).agent()).contains(agent.id());
    assertThat(kinds(decision)).containsExactly(Effect.Ask.class);
  }

  @Test
  void anAgentIsNamedByItsNumber() {
    var first = Samples.running();
    var conversation = thread(first, second(Samples.finished()));

    assertThat(asked(says(conversation, ANN, "status #2")).agent())
        .contains(conversation.agents().getLast().id());
    assertThat(said(says(conversation, ANN, "status #7"))).contains("no agent 7", "1 to 2");
  }

  @Test
  void withoutANumberTheOneAtWorkIsMeantElseTheLatest() {
    var working = Samples.running();
    var done = second(Samples.finished());

    assertThat(asked(says(thread(working, done), ANN, "status")).agent()).contains(working.id());
    var finished = Samples.finished();
    assertThat(asked(says(thread(finished, done), ANN, "usage")).agent()).contains(done.id());
  }

  @Test
  void anAgentThatIsBeingCreatedHasAStatusAlready() {
    var decision = says(thread(Samples.requested()), ANN, "status");

    assertThat(said(decision)).contains("Starting an agent").contains("acme/web");
    assertThat(kinds(decision)).containsExactly(Effect.Say.class);
    assertThat(said(says(thread(Samples.requested()), ANN, "usage"))).contains("being created");
  }

  @ParameterizedTest
  @CsvSource({"archive, ARCHIVE", "unarchive, UNARCHIVE"})
  void theOwnerArchivesAndBringsBack(String text, Topic topic) {
    var decision = says(thread(Samples.finished()), ANN, text);

    assertThat(asked(decision).topic()).isEqualTo(topic);
    assertThat(asked(decision).stage()).isEqualTo(Stage.ASKED);
    assertThat(audited(decision)).containsExactly(text + " by owner");
  }

  @Test
  void deletingIsAskedBackWithWhatIsLost() {
    var running = Samples.running();
    var agent = running.plus(Samples.followUp(running, RunPhase.WAITING));

    var decision = says(thread(agent), ANN, "delete");

    assertThat(asked(decision).stage()).isEqualTo(Stage.WAITING);
    assertThat(said(decision))
        .contains("Delete agent 1 for good?", "will be stopped", "1 waiting prompt", "not pushed");
    assertThat(audited(decision)).containsExactly("delete asked back by owner");
    assertThat(decision.after().agents()).containsExactly(agent);
  }

  @ParameterizedTest
  @CsvSource({"archive", "unarchive", "delete"})
  void aStrangerChangesNothing(String text) {
    var decision = says(thread(Samples.finished()), BEN, text);

    assertThat(said(decision)).contains("Only Ann");
    assertThat(kinds(decision)).doesNotContain(Effect.Ask.class);
    assertThat(audited(decision)).containsExactly(text + " refused by steering=owner");
  }

  @Test
  void whatIsAtWorkIsNotArchived() {
    assertThat(said(says(thread(Samples.running()), ANN, "archive"))).contains("at work");
    var archived = Samples.finished().withState(LaunchState.ARCHIVED);
    assertThat(said(says(thread(archived), ANN, "archive"))).contains("archived already");
  }

  @Test
  void ofSeveralAgentsTheBotAsksWhichOneToDelete() {
    var decision = says(thread(Samples.finished(), second(Samples.finished())), ANN, "delete");

    assertThat(said(decision)).contains("Which one?", "delete #2");
    assertThat(kinds(decision)).containsExactly(Effect.Say.class);
  }

  @Test
  void ofSeveralAgentsOnlyTheOneThatCanBeBroughtBackIsMeant() {
    var archived = second(Samples.finished()).withState(LaunchState.ARCHIVED);

    var decision = says(thread(Samples.finished(), archived), ANN, "unarchive");

    assertThat(asked(decision).agent()).contains(archived.id());
  }

  @ParameterizedTest
  @EnumSource(
      value = LaunchState.class,
      names = {"REFUSED", "UNKNOWN", "GONE", "DELETED", "CALLING"})
  void whatCursorDoesNotHaveIsNotDeleted(LaunchState state) {
    var decision = says(thread(Samples.finished().withState(state)), ANN, "delete");

    assertThat(kinds(decision)).containsExactly(Effect.Say.class);
    assertThat(said(decision)).contains("gent 1");
  }

  @Test
  void aFollowUpToAnArchivedAgentIsRefusedWithTheWayBack() {
    var archived = Samples.finished().withState(LaunchState.ARCHIVED);

    var decision = says(thread(archived), ANN, "also add tests");

    assertThat(decision.after().agents()).containsExactly(archived);
    assertThat(said(decision)).contains("archived", "Nothing was sent");
    assertThat(decision.effects().toString()).contains("Unarchive");
  }

  @Test
  void aFollowUpToADeletedAgentStartsNothing() {
    var deleted = Samples.finished().withState(LaunchState.DELETED);

    var decision = says(thread(deleted), ANN, "repo=acme/web also add tests");

    assertThat(decision.after().agents()).containsExactly(deleted);
    assertThat(said(decision)).contains("was deleted", "agent");
    assertThat(says(thread(deleted), ANN, "agent repo=acme/web go").after().agents()).hasSize(2);
  }

  @Test
  void aFollowUpGoesToTheAgentThatTakesIt() {
    var archived = Samples.finished().withState(LaunchState.ARCHIVED);
    var open = second(Samples.finished());

    var decision = says(thread(archived, open), ANN, "also add tests");

    assertThat(decision.after().agent(open.id()).orElseThrow().runs()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"list", "list here", "status", "conversation", "whoami", "repos", "delete"})
  void outsidersSeeNothing(String text) {
    var conversation = thread(Samples.finished());
    var message =
        new InboundMessage(conversation.address(), "m1", BEN, Place.CHANNEL, text, false, true);

    var decision =
        OnMessage.decide(
            conversation,
            message,
            Grammar.parse(text),
            Deciding.surroundings(conversation, message.author()));

    assertThat(said(decision)).contains("members").doesNotContain("acme");
    assertThat(kinds(decision)).doesNotContain(Effect.Ask.class);
  }

  @Test
  void stopTakesANumber() {
    var conversation = thread(Samples.running(), second(Samples.finished()));

    assertThat(said(says(conversation, ANN, "stop #2"))).contains("Agent 2 is not at work");
    assertThat(kinds(says(conversation, ANN, "stop #1"))).contains(Effect.Cancel.class);
    assertThat(Optional.of(said(says(conversation, ANN, "stop #3"))))
        .get()
        .asString()
        .contains("no agent 3");
  }
}
