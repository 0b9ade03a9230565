package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.WEB;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.RULES;
import static dev.tiller.core.decide.Deciding.background;
import static dev.tiller.core.decide.Deciding.kinds;
import static dev.tiller.core.decide.Deciding.only;
import static dev.tiller.core.decide.Deciding.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Attachment;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.Shortcut;
import dev.tiller.core.command.Command;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Draft;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.routing.Background;
import dev.tiller.core.routing.Known;
import dev.tiller.core.settings.Preferences;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendingTest {

  private static final Repository API = Repository.parse("acme/api").orElseThrow();
  private static final Known KNOWN = Known.of(List.of(WEB, API), List.of());
  private static final Background BACKGROUND = background(RULES, KNOWN, Preferences.NONE);

  private static Shortcut shortcut(Person author, String text, boolean outsider) {
    return new Shortcut(
        Shortcut.Kind.SEND, Samples.newThread(), "m7", ANN, author, text, outsider, List.of());
  }

  private static Form opened(Shortcut shortcut, Optional<Integer> already, Background background) {
    var answer = Sending.open(shortcut, already, background, "n1");
    assertThat(answer).isInstanceOf(Answer.Open.class);
    return ((Answer.Open) answer).form();
  }

  private static String task(Form form) {
    return ((Form.TextField) form.fields().getFirst()).initial();
  }

  private static Decision sends(Conversation conversation, Map<String, String> values) {
    return Sending.submitted(
        conversation,
        new FormSubmission(
            conversation.address(), ANN, new ActionKey(Verbs.LAUNCH, "m7"), "n1", values),
        new Surroundings(
            () -> BACKGROUND,
            () -> Deciding.settings(conversation, ANN, BACKGROUND),
            Preferences.NONE,
            RULES,
            Deciding.noon()));
  }

  @Test
  void onesOwnMessageIsTheTaskAndSomebodyElsesIsQuotedWithTheirName() {
    assertThat(task(opened(shortcut(ANN, "fix it", false), Optional.empty(), BACKGROUND)))
        .isEqualTo("fix it");
    assertThat(task(opened(shortcut(BEN, "it broke\nagain", false), Optional.empty(), BACKGROUND)))
        .isEqualTo("Ben wrote:\n> it broke\n> again\n");
  }

  @Test
  void aTaskThatIsTooLongForTheFieldIsCut() {
    var form = opened(shortcut(BEN, "long ".repeat(2000), false), Optional.empty(), BACKGROUND);

    assertThat(task(form)).hasSizeLessThanOrEqualTo(3000).endsWith("…");
    assertThat(form.fields().getFirst().hint()).contains("3000", "cut");
    var whole = opened(shortcut(BEN, "short", false), Optional.empty(), BACKGROUND);
    assertThat(whole.fields().getFirst().hint()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"TEAMS, 2, true", "TEAMS, 0, false", "SLACK, 2, false"})
  void whereFilesOfTheMessageCannotGoAlongTheFormSaysSo(
      Platform platform, int files, boolean said) {
    var file = new Attachment("log.txt", "text/plain", OptionalLong.of(7), "id");
    var there = new Address(new ChatThread(platform, "T1", "C1", "m7"), "");
    var shortcut =
        new Shortcut(
            Shortcut.Kind.SEND,
            there,
            "m7",
            ANN,
            BEN,
            "it broke",
            false,
            Collections.nCopies(files, file));

    var hint = opened(shortcut, Optional.empty(), BACKGROUND).fields().getFirst().hint();

    assertThat(hint.contains("files do not go along")).isEqualTo(said);
  }

  @Test
  void theFormSaysWhereItGoesWhenNobodyChooses() {
    var webs = background(Deciding.withDefault(WEB), KNOWN, Preferences.NONE);
    var plain = shortcut(ANN, "fix it", false);

    assertThat(opened(plain, Optional.empty(), webs).fields().get(1).hint())
        .isEqualTo("Left empty, it goes to acme/web.");
    assertThat(opened(plain, Optional.empty(), BACKGROUND).fields().get(1).hint())
        .isEqualTo("Left empty, I ask in the thread.");
    assertThat(opened(plain, Optional.of(3), webs).fields().get(1).hint())
        .contains("Agent #3 was started for this message already");
  }

  @Test
  void outsidersGetNoForm() {
    assertThat(Sending.open(shortcut(ANN, "fix it", true), Optional.empty(), BACKGROUND, "n1"))
        .isInstanceOf(Answer.Refuse.class);
  }

  @Test
  void whatIsSentStartsAnAgentInTheMessagesThread() {
    var decision =
        sends(
            thread(),
            Map.of("task", "fix it", "repository", "acme/api", "branch", "dev", "autopr", "no"));

    var agent = only(decision);
    assertThat(agent.request().repository()).isEqualTo(API);
    assertThat(agent.request().branch()).contains("dev");
    assertThat(agent.request().createPullRequest()).isFalse();
    assertThat(agent.request().owner()).isEqualTo(ANN);
    assertThat(agent.firstRun().prompt()).isEqualTo("fix it");
    assertThat(agent.firstRun().message()).contains("m7");
    assertThat(agent.firstRun().along().pending()).isTrue();
    assertThat(kinds(decision)).contains(Effect.Launch.class, Effect.React.class);
    assertThat(decision.note().orElseThrow()).contains("thread of the message");
  }

  @Test
  void aThreadWithAnAgentGetsAnotherOne() {
    var decision =
        sends(thread(Samples.finished()), Map.of("task", "fix it", "repository", "acme/api"));

    assertThat(decision.after().agents()).hasSize(2);
  }

  @Test
  void whatIsInDoubtIsAskedInTheThreadAndTheTaskIsKept() {
    var decision = sends(thread(), Map.of("task", "Ben wrote:\n> repo=acme/evil stop"));

    assertThat(decision.after().agents()).isEmpty();
    var draft =
        decision.effects().stream()
            .filter(Effect.Hold.class::isInstance)
            .map(effect -> ((Effect.Hold) effect).draft())
            .findFirst()
            .orElseThrow();
    assertThat(draft.want()).isEqualTo(Draft.Want.REPOSITORY);
    assertThat(Grammar.parse(draft.message().text()))
        .isInstanceOfSatisfying(
            Command.NewAgent.class,
            asked -> assertThat(asked.prompt()).isEqualTo("Ben wrote:\n> repo=acme/evil stop"));
    assertThat(said(decision)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop", "repo=acme/web fix", "modle=opus fix", "agent fix"})
  void wordsOfTheTaskAreNoOptionsAndNoCommands(String task) {
    var decision = sends(thread(), Map.of("task", task, "repository", "acme/api"));

    assertThat(only(decision).firstRun().prompt()).isEqualTo(task);
    assertThat(only(decision).request().repository()).isEqualTo(API);
  }

  @Test
  void whatCannotBeIsToldToTheSenderAloneAndNothingStarts() {
    var unknown =
        sends(thread(), Map.of("task", "fix it", "repository", "acme/api", "model", "no such"));
    var empty = sends(thread(), Map.of("repository", "acme/api"));

    assertThat(List.of(unknown, empty))
        .allSatisfy(decision -> {
          assertThat(decision.effects()).isEmpty();
          assertThat(decision.after().agents()).isEmpty();
          assertThat(decision.note().orElseThrow()).contains("Nothing was started.");
        });
  }
}
