package dev.tiller.core.conversation;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.newThread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.command.ListFilter;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Question.Stage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every store must do with questions, and with lists of agents.
public interface QuestionStoreContract extends StoredConversations {

  private void keep(Conversation conversation, Question question) {
    store()
        .transact(tx -> {
          tx.keep(conversation.id(), question);
          return question;
        });
  }

  private boolean pending(Agent agent, Topic topic) {
    return store().transact(tx -> tx.pending(agent.id(), topic));
  }

  private static Question question(Optional<UUID> agent, Stage stage) {
    return new Question(UUID.randomUUID(), Topic.DELETE, ANN, true, agent, "größe", 2, stage, NOON);
  }

  @Test
  default void aQuestionIsReadBackWholeAndKeepsItsChanges() {
    var agent = Samples.finished();
    var conversation = began(newThread(), agent);
    var question = question(Optional.of(agent.id()), Stage.WAITING);
    keep(conversation, question);
    assertThat(store().<Optional<Question>>transact(tx -> tx.question(question.id())))
        .contains(question);

    var asked =
        question.asked(7, NOON.plusSeconds(5)).by(new Person(ANN.id(), ANN.handle(), "Ann Lee"));
    keep(conversation, asked);

    assertThat(store().<Optional<Question>>transact(tx -> tx.question(question.id())))
        .contains(asked);
    assertThat(store().<Optional<UUID>>transact(tx -> tx.conversationOfQuestion(question.id())))
        .contains(conversation.id());
  }

  @Test
  default void aQuestionMayBeAboutNoAgent() {
    var conversation = began(newThread());
    var question = question(Optional.empty(), Stage.ASKED);
    keep(conversation, question);

    assertThat(store().<Optional<Question>>transact(tx -> tx.question(question.id())))
        .contains(question);
  }

  @Test
  default void whatIsDoneOutsideOfThreadsIsOnRecord() {
    assertThatCode(() ->
            store()
                .transact(tx -> {
                  tx.audit().add(Optional.empty(), ANN, "settings", "person", "own", NOON);
                  return true;
                }))
        .doesNotThrowAnyException();
  }

  @Test
  default void aQuestionIsPendingUntilItIsClosed() {
    var agent = Samples.finished();
    var conversation = began(newThread(), agent);
    var question = question(Optional.of(agent.id()), Stage.WAITING);

    assertThat(pending(agent, Topic.DELETE)).isFalse();
    keep(conversation, question);
    assertThat(pending(agent, Topic.DELETE)).isTrue();
    assertThat(pending(agent, Topic.ARCHIVE)).isFalse();
    keep(conversation, question.asked(0, NOON));
    assertThat(pending(agent, Topic.DELETE)).isTrue();
    keep(conversation, question.closed());
    assertThat(pending(agent, Topic.DELETE)).isFalse();
  }

  @Test
  default void agentsOfAChannelAreListedPageByPageWithoutDeletedOnes() {
    var workspace = UUID.randomUUID().toString();
    for (int i = 1; i <= 3; i++) {
      began(new Address(new ChatThread(Platform.SLACK, workspace, "C1", "t" + i), ""), sample());
    }
    began(new Address(new ChatThread(Platform.SLACK, workspace, "C2", "t9"), ""), sample());
    began(
        new Address(new ChatThread(Platform.SLACK, workspace, "C1", "t4"), ""),
        sample().withState(LaunchState.DELETED));
    var anyThread = new ChatThread(Platform.SLACK, workspace, "C1", "t1");

    var first =
        store()
            .<List<AgentLine>>transact(
                tx -> tx.agents(anyThread, new AgentScope.Here(), ListFilter.ANY, 0, 2));
    var rest =
        store()
            .<List<AgentLine>>transact(
                tx -> tx.agents(anyThread, new AgentScope.Here(), ListFilter.ANY, 2, 2));

    assertThat(first).hasSize(2);
    assertThat(rest).hasSize(1);
    assertThat(first).doesNotContainAnyElementsOf(rest);
    assertThat(first).allMatch(line -> line.thread().channel().equals("C1"));
    assertThat(
            store()
                .<List<AgentLine>>transact(
                    tx -> tx.agents(anyThread, new AgentScope.Own(ANN), ListFilter.ANY, 0, 9)))
        .hasSize(4);
  }

  private static Agent sample() {
    return Samples.requested();
  }

  private static Agent waiting() {
    var running = Samples.running();
    return running.plus(Samples.followUp(running, RunPhase.WAITING));
  }

  private static Agent held() {
    var finished = Samples.finished();
    return finished.plus(Samples.followUp(finished, RunPhase.HELD));
  }

  private static Agent by(Person owner, Agent agent) {
    var its = agent.request();
    return agent
        .asked(
            new AgentRequest(
                owner,
                its.repository(),
                its.branch(),
                its.model(),
                its.createPullRequest(),
                its.options(),
                its.sources()))
        .withRun(agent.firstRun().id(), run -> run.by(owner, run.stopAskedBy()));
  }

  private static Address in(String workspace, String channel) {
    return new Address(
        new ChatThread(Platform.SLACK, workspace, channel, UUID.randomUUID().toString()), "");
  }

  private List<UUID> listed(Address here, AgentScope scope, ListFilter filter) {
    return store()
        .<List<AgentLine>>transact(tx -> tx.agents(here.thread(), scope, filter, 0, 99))
        .stream()
        .map(line -> line.agent().id())
        .toList();
  }

  @Test
  default void listsAreNarrowedDownToWhatRunsWaitsOrIsDone() {
    var place = in(UUID.randomUUID().toString(), "C1");
    var running = Samples.running();
    var busy = waiting();
    var held = held();
    var done = Samples.finished();
    for (var agent : List.of(running, busy, held, done)) {
      began(in(place.thread().workspace(), "C1"), agent);
    }
    var own = new AgentScope.Own(ANN);

    assertThat(listed(place, own, ListFilter.RUNNING))
        .containsExactlyInAnyOrder(running.id(), busy.id());
    assertThat(listed(place, own, ListFilter.WAITING))
        .containsExactlyInAnyOrder(busy.id(), held.id());
    assertThat(listed(place, own, ListFilter.DONE)).containsExactly(done.id());
    assertThat(listed(place, own, ListFilter.ANY)).hasSize(4);
  }

  @Test
  default void peopleSeeTheAgentsOfChannelsInWhichTheyHaveAskedForSomethingLately() {
    var workspace = UUID.randomUUID().toString();
    var here = in(workspace, "C1");
    var mine = Samples.finished();
    var others = by(BEN, Samples.finished());
    var strange = by(BEN, Samples.finished());
    var local = by(BEN, Samples.finished());
    began(in(workspace, "C2"), mine);
    began(in(workspace, "C2"), others);
    began(in(workspace, "C3"), strange);
    began(in(workspace, "C1"), local);
    began(in(UUID.randomUUID().toString(), "C2"), by(ANN, Samples.finished()));

    assertThat(listed(here, new AgentScope.Seen(ANN, NOON.minusSeconds(1)), ListFilter.ANY))
        .containsExactlyInAnyOrder(mine.id(), others.id(), local.id());
    assertThat(listed(here, new AgentScope.Seen(ANN, NOON.plusSeconds(1)), ListFilter.DONE))
        .containsExactlyInAnyOrder(mine.id(), local.id());
    assertThat(listed(here, new AgentScope.OwnAndHere(ANN), ListFilter.ANY))
        .containsExactlyInAnyOrder(mine.id(), local.id());
    assertThat(listed(here, new AgentScope.Here(), ListFilter.ANY)).containsExactly(local.id());
  }
}
