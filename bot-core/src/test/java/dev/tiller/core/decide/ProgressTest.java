package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.RULES;
import static dev.tiller.core.decide.Deciding.at;
import static dev.tiller.core.decide.Deciding.only;
import static dev.tiller.core.decide.Deciding.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.RunReport;
import dev.tiller.core.agents.RunState;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.text.Language;
import dev.tiller.core.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a card says of a run at work, and how late the news of its ending came.
class ProgressTest {

  private static RunReport report(RunState state, Optional<Instant> ended, Instant now) {
    return new RunReport(
        state,
        state.name(),
        Optional.of("Done."),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        ended,
        now);
  }

  private static String shown(Decision decision) {
    var agent = only(decision);
    return RunCards.card(agent, agent.firstRun()).progress().orElse("");
  }

  private static Decision step(Agent agent, String words, Instant now) {
    return OnReport.progress(thread(agent), agent.firstRun().id(), words, at(now));
  }

  @ParameterizedTest
  @CsvSource({
    "5, Editing Login.java",
    "59, Editing Login.java",
    "60, Editing Login.java · at work for 1 min",
    "200, Editing Login.java · at work for 3 min",
    "3900, Editing Login.java · at work for 1 h 5 min"
  })
  void theCardSaysWhatIsDoneAndForHowLong(int seconds, String shown) {
    var decision = step(Samples.running(), "Editing Login.java", NOON.plusSeconds(seconds));

    assertThat(shown(decision)).isEqualTo(shown);
  }

  @Test
  void aSignOfLifeMovesTheTimeByMinutesOnly() {
    var agent = Samples.running();
    var run = agent.firstRun().id();

    var early = OnReport.beat(thread(agent), run, at(NOON.plusSeconds(59)));
    var minute = OnReport.beat(thread(agent), run, at(NOON.plusSeconds(61)));
    var again = OnReport.beat(minute.after(), run, at(NOON.plusSeconds(119)));
    var next = OnReport.beat(minute.after(), run, at(NOON.plusSeconds(120)));

    assertThat(only(early)).isEqualTo(agent);
    assertThat(shown(minute)).isEqualTo("At work for 1 min");
    assertThat(again.after()).isEqualTo(minute.after());
    assertThat(shown(next)).isEqualTo("At work for 2 min");
  }

  @Test
  void theTimeIsToldInTheLanguageOfTheReader() {
    var decision = step(Samples.running(), "Editing", NOON.plusSeconds(120));

    assertThat(Texts.in(Language.GERMAN, () -> shown(decision)))
        .isEqualTo("Editing · seit 2 Min. an der Arbeit");
  }

  @Test
  void polledServicesTellThatTheyAreSettingUpAndThenHowLongTheRunTakes() {
    var agent = Samples.running();
    var run = agent.firstRun().id();

    var creating = look(thread(agent), run, RunState.CREATING, 5);
    var working = look(creating.after(), run, RunState.RUNNING, 10);
    var later = look(working.after(), run, RunState.RUNNING, 70);

    assertThat(shown(creating)).isEqualTo("Cursor is setting up the agent’s machine");
    assertThat(shown(working)).isEmpty();
    assertThat(shown(later)).isEqualTo("At work for 1 min");
  }

  private static Decision look(Conversation conversation, UUID run, RunState state, int seconds) {
    var now = NOON.plusSeconds(seconds);
    return OnReport.asked(conversation, run, report(state, Optional.empty(), now), RULES, at(now));
  }

  @Test
  void whereQuietIsWantedTheCardOnlySaysThatItIsAtWork() {
    var agent = only(step(Samples.running(), "Editing Login.java", NOON.plusSeconds(200)));

    var card = Progress.quiet(RunCards.card(agent, agent.firstRun()));

    assertThat(card.fallback()).contains("Agent at work").doesNotContain("Editing", "3 min");
    assertThat(card.buttons()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, ''",
    "180, ''", // looks may be a minute or two apart
    "240, 4 min",
    "7500, 2 h",
    "180000, 2 days"
  })
  void newsThatIsLateSaysHowLate(int seconds, String late) {
    var agent = Samples.running();
    var ended = NOON.plusSeconds(30);
    var now = ended.plusSeconds(seconds);

    var decision =
        OnReport.asked(
            thread(agent),
            agent.firstRun().id(),
            report(RunState.FINISHED, Optional.of(ended), now),
            RULES,
            at(now));

    var card = RunCards.card(only(decision), only(decision).firstRun()).fallback();
    if (late.isEmpty()) {
      assertThat(said(decision) + card).doesNotContain("late", "the news reached me");
    } else {
      assertThat(said(decision)).contains("It ended " + late + " ago; the news came late.");
      assertThat(card).contains("It ended " + late + " before the news reached me");
    }
  }

  @Test
  void aServiceThatDoesNotSayWhenIsTakenAtItsWord() {
    var agent = Samples.running();
    var now = NOON.plusSeconds(9000);

    var decision =
        OnReport.asked(
            thread(agent),
            agent.firstRun().id(),
            report(RunState.FINISHED, Optional.empty(), now),
            RULES,
            at(now));

    assertThat(said(decision)).doesNotContain("late");
  }
}
