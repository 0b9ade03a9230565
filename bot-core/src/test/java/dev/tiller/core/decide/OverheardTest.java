package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.thread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Addressing;
import dev.tiller.core.chat.Addressing.Mentioned;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Manner.Listening;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.Preferences;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverheardTest {

  private static final Person CEM = new Person("U3", "U3", "Cem");

  private static Preferences listen(String set) {
    var channel = set.isEmpty() ? Defaults.NONE : Deciding.defaults("listen=" + set);
    return new Preferences(channel, Defaults.NONE, Defaults.NONE, List.of(), Map.of());
  }

  private static InboundMessage message(
      Conversation conversation, Person author, String text, boolean edited, boolean outsider) {
    var others = text.contains("@Cem") ? List.of(new Mentioned("@Cem", CEM)) : List.<Mentioned>of();
    return new InboundMessage(
        conversation.address(),
        "m9",
        author,
        Place.CHANNEL,
        text,
        edited,
        outsider,
        List.of(),
        new Addressing(false, others, Optional.empty()));
  }

  private static String verdict(Conversation conversation, InboundMessage message, String set) {
    return verdict(conversation, message, set, Optional.empty());
  }

  /// @param answered the run whose card the message answers
  private static String verdict(
      Conversation conversation, InboundMessage message, String set, Optional<UUID> answered) {
    var background = Deciding.background(Deciding.RULES);
    var around =
        new Surroundings(
            () -> background,
            () -> Deciding.settings(conversation, message.author(), background),
            listen(set),
            Deciding.RULES,
            Deciding.noon(),
            new Surroundings.Memory(_ -> answered, () -> 0, List::of));
    var command = Grammar.parse(message.text());
    return switch (Overheard.of(conversation, message, command, around)) {
      case Overheard.Verdict.Counts() -> "counts";
      case Overheard.Verdict.Ignored(var rule) -> rule;
      case Overheard.Verdict.Unheard() -> "unheard";
    };
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          set | thread | message          | verdict
          unset | AS_SET | also add tests | unheard
          no  | AS_SET | also add tests   | unheard
          yes | AS_SET | also add tests   | counts
          no  | ON     | also add tests   | counts
          unset | ON   | stop             | counts
          yes | OFF    | also add tests   | muted
          yes | OFF    | unmute           | counts
          no  | OFF    | unmute           | unheard
          no  | OFF    | also add tests   | unheard
          """)
  void whereItListens(String set, Listening listening, String text, String verdict) {
    var bare = thread(Samples.running());
    var conversation = bare.with(bare.manner().listening(listening));

    assertThat(
            verdict(
                conversation,
                message(conversation, ANN, text, false, false),
                set.replace("unset", "")))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          also add tests                 | counts
          stop                           | counts
          status                         | counts
          rep=acme/web also there        | counts
          @Cem what do you think?        | mentions others
          what do you think, @Cem        | mentions others
          aside: lunch?                  | aside
          (aside) lunch?                 | aside
          Aside, lunch?                  | aside
          fyi the build is red           | aside
          asides are for people          | counts
          thanks!                        | courtesy
          Thank you.                     | courtesy
          LGTM                           | courtesy
          👍                             | courtesy
          :-)                            | courtesy
          thanks, now add tests          | counts
          """)
  void whatIsMeantForTheAgent(String text, String verdict) {
    var conversation = thread(Samples.running());

    assertThat(verdict(conversation, message(conversation, ANN, text, false, false), "yes"))
        .isEqualTo(verdict);
  }

  @Test
  void onlyWhoMaySteerIsHeard() {
    var conversation = thread(Samples.running());

    assertThat(
            verdict(
                conversation, message(conversation, BEN, "also add tests", false, false), "yes"))
        .isEqualTo("may not steer");
    assertThat(
            verdict(conversation, message(conversation, ANN, "also add tests", false, true), "yes"))
        .isEqualTo("unheard");
  }

  @Test
  void editsEmptyMessagesAndThreadsWithoutAnAgentAreNotHeard() {
    var conversation = thread(Samples.running());
    var gone = thread(Samples.running().withState(LaunchState.DELETED));

    assertThat(
            verdict(conversation, message(conversation, ANN, "also add tests", true, false), "yes"))
        .isEqualTo("unheard");
    assertThat(verdict(conversation, message(conversation, ANN, " ", false, false), "yes"))
        .isEqualTo("unheard");
    assertThat(verdict(thread(), message(thread(), ANN, "fix it", false, false), "yes"))
        .isEqualTo("unheard");
    assertThat(verdict(gone, message(gone, ANN, "fix it", false, false), "yes"))
        .isEqualTo("unheard");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # agents        | message               | verdict
          running bens    | also add tests        | may not steer
          running running | also add tests        | counts
          running bens    | #1 also add tests     | counts
          running bens    | #2 also add tests     | may not steer
          running bens    | stop                  | counts
          running moved   | also add tests        | counts
          """)
  void chatterIsNotPickedFor(String agents, String text, String verdict) {
    var conversation = Threads.of(agents);

    assertThat(verdict(conversation, message(conversation, ANN, text, false, false), "yes"))
        .isEqualTo(verdict);
  }

  @Test
  void whatAnswersACardIsForTheCardsAgent() {
    var conversation = Threads.of("running bens");
    var bare = message(conversation, ANN, "also add tests", false, false);
    var answer = bare.to(new Addressing(false, List.of(), Optional.of(new MessageRef("card"))));
    var mine = conversation.agents().getFirst().firstRun().id();
    var bens = conversation.agents().getLast().firstRun().id();

    assertThat(verdict(conversation, answer, "yes", Optional.of(mine))).isEqualTo("counts");
    assertThat(verdict(conversation, answer, "yes", Optional.of(bens))).isEqualTo("may not steer");
  }
}
