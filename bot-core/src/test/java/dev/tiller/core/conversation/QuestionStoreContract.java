package dev.tiller.core.conversation;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.newThread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Question.Stage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every store must do with questions, and with lists of agents.
public interface QuestionStoreContract {

  /// A store that other tests may use at the same time.
  Store store();

  private Conversation with(Address address, Agent... agents) {
    return store()
        .transact(tx -> {
          var before = tx.lock(address);
          var after = before;
          for (var agent : agents) {
            after = after.with(agent);
          }
          tx.save(before, after);
          return after;
        });
  }

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
    var conversation = with(newThread(), agent);
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
    var conversation = with(newThread());
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
                  tx.audit(Optional.empty(), ANN, "settings", "person", "own", NOON);
                  return true;
                }))
        .doesNotThrowAnyException();
  }

  @Test
  default void aQuestionIsPendingUntilItIsClosed() {
    var agent = Samples.finished();
    var conversation = with(newThread(), agent);
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
      with(new Address(new ChatThread(Platform.SLACK, workspace, "C1", "t" + i), ""), sample());
    }
    with(new Address(new ChatThread(Platform.SLACK, workspace, "C2", "t9"), ""), sample());
    with(
        new Address(new ChatThread(Platform.SLACK, workspace, "C1", "t4"), ""),
        sample().withState(LaunchState.DELETED));
    var anyThread = new ChatThread(Platform.SLACK, workspace, "C1", "t1");

    var first = store().<List<AgentLine>>transact(tx -> tx.agentsIn(anyThread, 0, 2));
    var rest = store().<List<AgentLine>>transact(tx -> tx.agentsIn(anyThread, 2, 2));

    assertThat(first).hasSize(2);
    assertThat(rest).hasSize(1);
    assertThat(first).doesNotContainAnyElementsOf(rest);
    assertThat(first).allMatch(line -> line.thread().channel().equals("C1"));
    assertThat(store().<List<AgentLine>>transact(tx -> tx.agentsOf(workspace, ANN, 0, 9)))
        .hasSize(4);
  }

  private static Agent sample() {
    return Samples.requested();
  }
}
