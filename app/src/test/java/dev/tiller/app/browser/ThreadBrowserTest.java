package dev.tiller.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tiller.app.browser.Pane.button;
import static dev.tiller.app.browser.Places.cursor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.browser.Pane.Conversation;
import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.playground.Playground;
import dev.tiller.app.standin.cursor.Ending;
import dev.tiller.app.standin.cursor.Pace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people do on the page while agents are at work in a thread: queue, picker, stops,
/// suggestions, another owner. Ann starts the agents.
class ThreadBrowserTest extends BrowserTest {

  private Playground playground;

  @BeforeEach
  void begin() throws Exception {
    playground = playground(CursorApi.V1, Pace.manually());
  }

  private Conversation atWork(Pane pane, Task task) {
    var talk = pane.say(task.text());
    assertThat(talk.card("Agent at work")).isVisible();
    return talk;
  }

  private void finish(Task task) {
    cursor(playground).finish(agents(playground, task).getFirst().id(), Ending.PULL_REQUEST);
  }

  private void lastPromptIs(Task task, String prompt) {
    await()
        .untilAsserted(() ->
            assertThat(agents(playground, task).getFirst().prompts().getLast()).startsWith(prompt));
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void aFollowUpWaitsIsChangedInItsFormAndIsSentWhenTheAgentIsFree(String platform) {
    var visit = visit(playground);
    var task = task();
    var talk = atWork(visit.pane(platform), task);
    talk.reply("also add tests");
    var waiting = talk.card("Waiting, next in line");

    button(waiting, "Edit").click();
    visit.form().write("What should it do?", "add tests and docs");
    visit.form().send();

    assertThat(waiting).containsText("add tests and docs");
    finish(task);
    assertThat(talk.card("Pull request ready")).isVisible();
    lastPromptIs(task, "add tests and docs");
    assertThat(visit.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void whatWaitsIsRemovedAndNeverSent(String platform) {
    var visit = visit(playground);
    var task = task();
    var talk = atWork(visit.pane(platform), task);
    talk.reply("also add tests");

    button(talk.card("Waiting, next in line"), "Remove").click();

    assertThat(talk.card("Waiting, next in line")).hasCount(0);
    finish(task);
    assertThat(talk.card("Pull request ready").first()).isVisible();
    assertThat(agents(playground, task).getFirst().prompts()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void withTwoAgentsTheBotAsksWhichOneIsMeant(String platform) {
    var visit = visit(playground);
    var first = task();
    var second = task();
    var talk = atWork(visit.pane(platform), first);
    talk.reply("agent " + second.text());
    assertThat(talk.card("Agent at work")).hasCount(2);

    talk.reply("also add tests");
    button(talk.card("Which agent is this for?"), "#2").click();

    assertThat(talk.card("Goes to agent 2")).isVisible();
    finish(second);
    lastPromptIs(second, "also add tests");
    assertThat(agents(playground, first).getFirst().prompts()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void aCrossOnTheCardStopsItsRunAndOfAStrangerStopsNothing(String platform) {
    var visit = visit(playground);
    var pane = visit.pane(platform);
    var talk = atWork(pane, task());
    var card = talk.card("Agent at work");

    pane.speakAs("Ben Ortiz");
    talk.react(card, "x");
    assertThat(card.locator("[data-reaction]")).hasCount(1);
    pane.speakAs("Ann Lee");
    assertThat(card).isVisible();
    talk.react(card, "x");

    assertThat(talk.card("Stopped by Ann Lee")).isVisible();
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void aStrangersFollowUpIsASuggestionThatTheOwnerAccepts(String platform) {
    var visit = visit(playground);
    var pane = visit.pane(platform);
    var task = task();
    var talk = atWork(pane, task);

    pane.speakAs("Ben Ortiz");
    talk.reply("also add tests");
    var suggestion = talk.card("Suggested by Ben Ortiz");
    assertThat(suggestion).isVisible();
    pane.speakAs("Ann Lee");
    button(suggestion, "Accept").click();

    finish(task);
    lastPromptIs(task, "also add tests");
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void anAgentIsHandedOverAndItsNewOwnerSteersIt(String platform) {
    var visit = visit(playground);
    var pane = visit.pane(platform);
    var task = task();
    var talk = atWork(pane, task);

    talk.reply("give @Ben");
    assertThat(talk.card("has handed agent 1 to you")).isVisible();
    pane.speakAs("Ben Ortiz");
    talk.reply("also add tests");

    assertThat(talk.card("Waiting, next in line")).isVisible();
    finish(task);
    lastPromptIs(task, "also add tests");
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void aReplyWithoutAMentionCountsOnceTheThreadIsListenedTo(String platform) {
    var visit = visit(playground);
    var pane = visit.pane(platform);
    var task = task();
    var talk = atWork(pane, task);
    talk.remark("only between us");
    talk.reply("@tiller unmute");
    assertThat(talk.card("I listen in this thread")).isVisible();

    talk.remark("@Ben what do you think?");
    talk.remark("also add tests");

    assertThat(talk.card("Waiting, next in line")).containsText("also add tests");
    finish(task);
    lastPromptIs(task, "also add tests");
    assertThat(agents(playground, task).getFirst().prompts()).hasSize(2);
  }
}
