package dev.tiller.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tiller.app.browser.Places.cursor;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.standin.cursor.Ending;
import dev.tiller.app.standin.cursor.Pace;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The menus of messages and cards, lists and Slack's own stop on the page, with the real bot.
class MenusBrowserTest extends BrowserTest {

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void anyMessageIsSentToTheBotWithAForm(String platform) throws Exception {
    var playground = playground();
    var visit = visit(playground);
    var pane = visit.pane(platform);
    var task = task();
    pane.speakAs("Ben Ortiz");
    var talk = pane.tell("has anybody seen this? " + task.prompt());
    pane.speakAs("Ann Lee");

    talk.fromMenu(talk.message(task.prompt()), "Send to Tiller");
    visit.form().write("What should the agent do?", task.prompt());
    visit.form().choose("Repository", "web", "acme/web");
    visit.form().send();

    assertThat(talk.card("Pull request ready")).isVisible();
    assertThat(agents(playground, task)).hasSize(1);
    assertThat(visit.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void aFollowUpIsAddedFromTheMenuOfTheCardsMessage(String platform) throws Exception {
    var playground = playground();
    var visit = visit(playground);
    var task = task();
    var talk = visit.pane(platform).say(task.text());
    var card = talk.card("Pull request ready").first();

    talk.fromMenu(card, "Add follow-up");
    visit.form().root().locator("textarea").fill("also add tests");
    visit.form().send();

    assertThat(talk.card("Follow-up 1")).isVisible();
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void theMenuOfACardTellsItsIdsAndTakesFeedback(String platform) throws Exception {
    var visit = visit(playground());
    var talk = visit.pane(platform).say(task().text());
    var card = talk.card("Pull request ready");

    talk.fromCardMenu(card, "View request id");
    assertThat(talk.whisper().last()).containsText("Give these to whoever runs this bot");
    talk.fromCardMenu(card, "Give feedback");
    visit.form().select("How was it?", "Good");
    visit.form().send();

    assertThat(talk.whisper().last()).containsText("Thank you");
    assertThat(visit.errors()).isEmpty();
  }

  @Test
  void theMenuOfACardIsUsedWithTheKeyboardAloneAndLeftWithEscape() throws Exception {
    var visit = visit(playground());
    var talk = visit.pane("slack").say(task().text());
    var menu = talk.card("Pull request ready").getByTestId("card-menu");
    var entries = visit.page().getByTestId("menu-entries");

    menu.press("ArrowDown");
    assertThat(menu).hasAttribute("aria-expanded", "true");
    assertThat(entries.getByRole(AriaRole.MENUITEM).first()).isFocused();
    visit.page().keyboard().press("Escape");

    assertThat(entries).isHidden();
    assertThat(menu).isFocused();
    assertThat(menu).hasAttribute("aria-expanded", "false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void onesOwnAgentsAreListedInTheDirectChat(String platform) throws Exception {
    var visit = visit(playground());
    var pane = visit.pane(platform);
    var task = task();
    assertThat(pane.say(task.text()).card("Pull request ready")).isVisible();

    pane.goToDirectChat();
    pane.composer().fill("list");
    pane.composer().press("Enter");

    var list =
        pane.botMessages().filter(new Locator.FilterOptions().setHasText("Your latest agents"));
    assertThat(list.last()).containsText(task.prompt());
  }

  @Test
  void homeShowsWhatIsAtWorkAndThatItHasEnded() throws Exception {
    var playground = playground(CursorApi.V1, Pace.manually());
    var visit = visit(playground);
    var pane = visit.pane("slack");
    var task = task();
    assertThat(pane.say(task.text()).card("Agent at work")).isVisible();

    var home = pane.openHome();
    assertThat(home).containsText(inOrder("At work", task.prompt()));
    cursor(playground).finish(agents(playground, task).getFirst().id(), Ending.PULL_REQUEST);

    assertThat(home).containsText(inOrder("Lately done", task.prompt()));
  }

  private static Pattern inOrder(String heading, String task) {
    return Pattern.compile(heading + ".*" + task.replace(".", "\\."), Pattern.DOTALL);
  }

  @Test
  void slacksOwnStopStopsTheRunOfItsThread() throws Exception {
    var visit = visit(playground(CursorApi.V1, Pace.manually()));
    var talk = visit.pane("slack").say(task().text());
    assertThat(talk.card("Agent at work")).isVisible();

    talk.root().getByTestId("session-stop").click();

    assertThat(talk.card("Stopped by Ann Lee")).isVisible();
    assertThat(talk.root().getByTestId("session-stop")).isHidden();
  }
}
