package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.decide.Deciding.said;
import static dev.tiller.core.decide.Deciding.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Button;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Draft;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.RunPhase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a follow-up goes, and the question that decides it where only the person can.
class DestinationTest {

  /// The number of the agent it goes to; `new`, or what is said where it goes nowhere.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # agents         | answers | message                | goes to
                           |         | go on                  | Which repository?
                           |         | repo=acme/web #7 fails | new
                           |         | #7 repo=acme/web fails | new
          idle             |         | go on                  | 1
          running          |         | go on                  | 1
          creating         |         | go on                  | 1
          archived         |         | go on                  | is archived
          deleted          |         | go on                  | was deleted
          refused          |         | repo=acme/web go on    | new
          moved idle       |         | go on                  | 2
          archived idle    |         | go on                  | 2
          idle idle        |         | go on                  | Which agent is this for?
          running idle     |         | go on                  | Which agent is this for?
          idle running     |         | go on                  | Which agent is this for?
          running running  |         | #2 go on               | 2
          running idle     |         | #1 go on               | 1
          idle             |         | #2 go on               | There is no agent 2 in this thread; it has only agent 1.
          idle idle        |         | #3 go on               | its agents are 1 to 2. Nothing was sent.
          archived idle    |         | #1 go on               | is archived
          moved idle       |         | #1 go on               | Agent 1 takes no follow-ups any more.
          running idle     | 2       | go on                  | 2
          running idle     | 1       | go on                  | 1
          running idle     | 1       | #2 go on               | 2
          archived idle    | 1       | go on                  | is archived
          running idle     | 1       | agent repo=acme/web go | new
          """)
  void aFollowUpGoesWhereItIsMeant(
      String agents, Integer answered, String message, String expected) {
    var conversation = Threads.of(agents == null ? "" : agents);

    var decision =
        answered == null
            ? says(conversation, ANN, message)
            : Threads.answers(
                conversation, ANN, conversation.agents().get(answered - 1).firstRun(), message);

    assertThat(goesTo(conversation, decision)).contains(expected);
  }

  private static String goesTo(Conversation before, Decision decision) {
    if (decision.after().agents().size() > before.agents().size()) {
      return "new";
    }
    return decision.after().agents().stream()
        .filter(agent -> !before.agents().contains(agent))
        .map(agent -> String.valueOf(agent.number()))
        .findFirst()
        .orElseGet(() -> said(decision));
  }

  private static Draft asked(Decision decision) {
    return decision.effects().stream()
        .filter(Effect.Hold.class::isInstance)
        .map(effect -> ((Effect.Hold) effect).draft())
        .findFirst()
        .orElseThrow();
  }

  private static List<Button.Press> buttons(Decision decision) {
    return decision.effects().stream()
        .filter(Effect.Say.class::isInstance)
        .flatMap(effect -> ((Effect.Say) effect).post().buttons().stream())
        .map(Button.Press.class::cast)
        .toList();
  }

  private static Decision clicks(
      Conversation conversation, Decision asking, String label, Draft draft, boolean byAnn) {
    var key =
        buttons(asking).stream()
            .filter(button -> button.label().startsWith(label))
            .flatMap(button -> DraftKey.parse(button.key()).stream())
            .findFirst()
            .orElseThrow();
    var actor = byAnn ? ANN : BEN;
    return OnDraft.clicked(
        conversation, draft, key, key.value(), actor, Deciding.surroundings(conversation, actor));
  }

  @Test
  void oneClickSendsTheMessageThatWasKept() {
    var conversation = Threads.of("idle idle");
    var asking = says(conversation, ANN, "model=opus also add tests");

    var decision = clicks(conversation, asking, "#2", asked(asking), true);

    assertThat(buttons(asking))
        .extracting(Button::label)
        .containsExactly("#1 fix the login bug", "#2 fix the login bug", "Start another agent");
    var run = decision.after().agents().getLast().runs().getLast();
    assertThat(run.prompt()).isEqualTo("also add tests");
    assertThat(run.options().model()).contains("opus");
    assertThat(run.message()).contains("m9");
    assertThat(asked(decision).stage()).isEqualTo(Draft.Stage.TAKEN);
    assertThat(said(decision)).startsWith("Goes to agent 2").contains("also add tests");
  }

  @Test
  void aSecondClickSendsNothing() {
    var conversation = Threads.of("idle idle");
    var asking = says(conversation, ANN, "also add tests");
    var once = clicks(conversation, asking, "#2", asked(asking), true);

    var twice = clicks(once.after(), asking, "#1", asked(once), true);

    assertThat(twice.after()).isEqualTo(once.after());
    assertThat(twice.note()).isPresent();
  }

  @Test
  void somebodyElsesClickSendsNothing() {
    var conversation = Threads.of("idle idle");
    var asking = says(conversation, ANN, "also add tests");

    var decision = clicks(conversation, asking, "#2", asked(asking), false);

    assertThat(decision.after()).isEqualTo(conversation);
    assertThat(decision.note()).hasValueSatisfying(note -> assertThat(note).contains("Only Ann"));
  }

  @Test
  void whoMaySteerIsCheckedWhenTheAgentIsChosen() {
    var conversation = Threads.of("idle bens");
    var asking = says(conversation, ANN, "also add tests");

    var decision = clicks(conversation, asking, "#2", asked(asking), true);

    assertThat(decision.after().agents().getFirst()).isEqualTo(conversation.agents().getFirst());
    assertThat(decision.after().agents().getLast().runs().getLast().phase())
        .isEqualTo(RunPhase.SUGGESTED);
  }

  @Test
  void anotherAgentCanBeStartedInstead() {
    var conversation = Threads.of("idle idle");
    var asking = says(conversation, ANN, "repo=acme/web also add tests");

    var decision = clicks(conversation, asking, "Start another", asked(asking), true);

    assertThat(decision.after().agents()).hasSize(3);
    assertThat(decision.after().agents().getLast().state()).isEqualTo(LaunchState.REQUESTED);
  }

  @Test
  void nobodyChoosingIsAnsweredWithAWord() {
    var conversation = Threads.of("idle idle");
    var draft = asked(says(conversation, ANN, "also add tests"));

    var decision = OnDraft.expired(conversation, draft);

    assertThat(said(decision)).contains("Nobody chose in time", "Nothing was sent");
    assertThat(
            OnDraft.clicked(
                    conversation,
                    asked(decision),
                    new DraftKey(Verbs.CHOOSE, draft.id(), Optional.of("another")),
                    Optional.of("another"),
                    ANN,
                    Deciding.surroundings(conversation, ANN))
                .after())
        .isEqualTo(conversation);
  }

  @Test
  void ofManyAgentsTheLatestHaveButtons() {
    var asking = says(Threads.of("idle idle idle idle idle idle idle"), ANN, "go on");

    assertThat(buttons(asking))
        .hasSize(6)
        .first()
        .extracting(Button::label)
        .asString()
        .startsWith("#3");
    assertThat(said(asking)).contains("#7, followed by your message");
  }
}
