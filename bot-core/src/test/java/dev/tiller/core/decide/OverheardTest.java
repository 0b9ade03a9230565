package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.thread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Addressing;
import dev.tiller.core.chat.Addressing.Mentioned;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Manner.Listening;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.Preferences;
import dev.tiller.core.settings.Steering;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    var rules = Deciding.rules(Steering.owner(), true);
    var command = Grammar.parse(message.text());
    return switch (Overheard.of(conversation, message, command, listen(set), rules)) {
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
}
