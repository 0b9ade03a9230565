package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.WEB;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Feedback;
import dev.tiller.core.conversation.Feedback.Verdict;
import dev.tiller.core.conversation.FeedbackLine;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.routing.Known;
import dev.tiller.core.settings.Admin;
import dev.tiller.core.settings.Preferences;
import dev.tiller.core.settings.Reviewed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FeedbackTest {

  private static Answer opens(Agent agent) {
    return Deciding.opens(thread(agent), BEN, Verbs.FEEDBACK, agent.firstRun(), Known.NOTHING);
  }

  private static Decision sends(Conversation conversation, Map<String, String> values) {
    var run = conversation.agents().getFirst().firstRun();
    var key = Verbs.on(Verbs.FEEDBACK, run.id());
    return Deciding.submits(
        conversation, run, new FormSubmission(conversation.address(), BEN, key, "n1", values));
  }

  @Test
  void whoeverReadsTheCardMaySayWhatTheyThinkOfARunThatHasEnded() {
    assertThat(opens(Samples.finished())).isInstanceOf(Answer.Open.class);
    assertThat(opens(Samples.running())).isInstanceOf(Answer.Refuse.class);
  }

  @Test
  void anOpinionIsKeptAsItWasWrittenAndThePersonThanked() {
    var conversation = thread(Samples.finished());

    var decision = sends(conversation, Map.of("verdict", "BAD", "text", "*no* <!channel>"));

    assertThat(decision.effects())
        .containsExactly(
            new Effect.Keep(
                new Feedback(
                    conversation.agents().getFirst().firstRun().id(),
                    BEN,
                    Verdict.BAD,
                    "*no* <!channel>",
                    NOON)));
    assertThat(decision.note().orElseThrow()).startsWith("Thank you.");
    assertThat(decision.after()).isEqualTo(conversation);
  }

  @Test
  void withoutAVerdictNothingIsKept() {
    var decision = sends(thread(Samples.finished()), Map.of("text", "hm", "verdict", "MEDIUM"));

    assertThat(decision.effects()).isEmpty();
    assertThat(decision.note().orElseThrow()).contains("Nothing was kept.");
  }

  private static Decision asks(Person person, Place place, List<FeedbackLine> lines) {
    var conversation = thread();
    var message =
        new InboundMessage(conversation.address(), "m9", person, place, "feedback", false, false);
    var plain = Deciding.settings(conversation, person, Deciding.background(Deciding.RULES));
    var reviewed =
        new Reviewed(
            Optional.empty(),
            Optional.empty(),
            Set.of(new Admin(Platform.SLACK, ANN.id())),
            false,
            Map.of(),
            Map.of());
    var the =
        new SettingsCase(
            plain.thread(),
            person,
            plain.chosen(),
            reviewed,
            plain.rules(),
            plain.repositories(),
            plain.models(),
            List.of());
    return OnMessage.decide(
        conversation,
        message,
        Grammar.parse("feedback"),
        new Surroundings(
            () -> Deciding.background(Deciding.RULES),
            () -> the,
            Preferences.NONE,
            Deciding.RULES,
            Deciding.noon(),
            new Surroundings.Memory(_ -> Optional.empty(), () -> 0, List::of, () -> lines)));
  }

  private static FeedbackLine line(String text) {
    return new FeedbackLine(
        Samples.newThread().thread(),
        WEB,
        "fix the login bug",
        new Feedback(UUID.randomUUID(), BEN, Verdict.BAD, text, NOON));
  }

  @Test
  void anAdminReadsItInADirectMessage() {
    assertThat(said(asks(ANN, Place.DIRECT, List.of(line("It broke.")))))
        .contains("Feedback: the latest")
        .contains("2026-11-20 · Ben · Not good: It broke. · about acme/web: fix the login bug");
    assertThat(said(asks(ANN, Place.DIRECT, List.of()))).contains("Nobody has given feedback yet.");
  }

  @Test
  void nobodyElseReadsItAndNotInAChannel() {
    var line = List.of(line("It broke."));

    assertThat(said(asks(BEN, Place.DIRECT, line)))
        .contains("Only admins")
        .doesNotContain("It broke.");
    assertThat(said(asks(ANN, Place.CHANNEL, line)))
        .contains("in a direct message")
        .doesNotContain("It broke.");
  }
}
