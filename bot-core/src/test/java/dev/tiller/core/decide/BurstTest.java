package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.at;
import static dev.tiller.core.decide.Deciding.kinds;
import static dev.tiller.core.decide.Deciding.only;
import static dev.tiller.core.decide.Threads.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Attachment;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.settings.Preferences;
import dev.tiller.core.settings.Steering;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Messages that one person writes in a row.
class BurstTest {

  private static final Rules TEAM = Deciding.rules(Steering.team(), true);

  private static Person person(String name) {
    return name.equals("Ann") ? ANN : BEN;
  }

  private static Decision writes(
      Conversation conversation, Person author, String id, String text, Instant when) {
    return writes(conversation, author, id, text, when, List.of());
  }

  private static Decision writes(
      Conversation conversation,
      Person author,
      String id,
      String text,
      Instant when,
      List<Attachment> files) {
    var message =
        new InboundMessage(
            conversation.address(), id, author, Place.CHANNEL, text, false, false, files);
    var background = Deciding.background(TEAM);
    return OnMessage.decide(
        conversation,
        message,
        Grammar.parse(text),
        new Surroundings(
            () -> background,
            () -> Deciding.settings(conversation, author, background),
            Preferences.NONE,
            TEAM,
            at(when)));
  }

  @Test
  void aBurstGoesOutAsOnePromptInOrder() {
    var one = writes(thread(Samples.running()), ANN, "a1", "also add tests", NOON);
    var two = writes(one.after(), ANN, "a2", "and docs", NOON.plusSeconds(5));
    var three = writes(two.after(), ANN, "a3", "and a changelog", NOON.plusSeconds(10));

    assertThat(line(three)).containsExactly("also add tests\n\nand docs\n\nand a changelog");
    var run = only(three).waiting().getFirst();
    assertThat(run.messages()).containsExactly("a1", "a2", "a3");
    assertThat(RunCards.card(only(three), run).footnote()).contains("3 messages in one");
    assertThat(kinds(three)).contains(Effect.React.class);
    assertThat(OnContext.wanted(sent(three.after()), run.id(), Preferences.NONE))
        .hasValueSatisfying(wanted -> {
          assertThat(wanted.message()).isEqualTo("a3");
          assertThat(wanted.prompts()).contains("a1", "a2", "a3");
        });
    assertThat(marked(Endings.end(sent(three.after()), run.id(), Samples.success())))
        .containsExactly("a1", "a2", "a3");
  }

  private static Conversation sent(Conversation conversation) {
    var first = conversation.agents().getFirst().firstRun().id();
    return Endings.end(conversation, first, Samples.success()).after();
  }

  private static List<String> marked(Decision decision) {
    return decision.effects().stream()
        .filter(Effect.React.class::isInstance)
        .map(effect -> ((Effect.React) effect).message())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # author | seconds later | message               | in line
          Ann      | 10            | and docs              | 1
          Ann      | 11            | and docs              | 2
          Ben      | 1             | and docs              | 2
          Ann      | 1             | model=opus and docs   | 2
          Ann      | 1             | context=none and docs | 2
          """)
  void onlyWhatBelongsTogetherBecomesOne(String author, int later, String message, int expected) {
    var one = writes(thread(Samples.running()), ANN, "a1", "also add tests", NOON);

    var two = writes(one.after(), person(author), "a2", message, NOON.plusSeconds(later));

    assertThat(line(two)).hasSize(expected);
  }

  @Test
  void aBurstIsOverItsTimeAfterItsFirstMessage() {
    var one = writes(thread(Samples.running()), ANN, "a1", "also add tests", NOON);
    var two = writes(one.after(), ANN, "a2", "and docs", NOON.plusSeconds(6));
    var three = writes(two.after(), ANN, "a3", "and a changelog", NOON.plusSeconds(12));

    assertThat(line(three)).containsExactly("also add tests\n\nand docs", "and a changelog");
  }

  @Test
  void aBurstHasTenMessagesAtMostAndThenTheQueuesLimitCounts() {
    var decision = writes(thread(Samples.running()), ANN, "a1", "part 1", NOON);
    for (int i = 2; i <= 51; i++) {
      decision = writes(decision.after(), ANN, "a" + i, "part " + i, NOON.plusMillis(i));
    }

    assertThat(only(decision).waiting()).hasSize(5).allMatch(run -> run.messages().size() == 10);
    assertThat(Deciding.said(decision)).contains("5 follow-ups waiting");
  }

  @Test
  void aBurstHas3000CharactersAtMost() {
    var one = writes(thread(Samples.running()), ANN, "a1", "a".repeat(2000), NOON);

    assertThat(line(writes(one.after(), ANN, "a2", "b".repeat(998), NOON))).hasSize(1);
    assertThat(line(writes(one.after(), ANN, "a2", "b".repeat(999), NOON))).hasSize(2);
  }

  @Test
  void aBurstBeginsNothingWhereTheAgentIsFree() {
    var one = writes(thread(Samples.finished()), ANN, "a1", "also add tests", NOON);
    var two = writes(one.after(), ANN, "a2", "and docs", NOON.plusSeconds(1));

    assertThat(only(one).activeRun().map(Run::prompt)).contains("also add tests");
    assertThat(line(two)).containsExactly("and docs");
  }
}
