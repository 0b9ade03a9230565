package dev.tiller.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tiller.app.browser.Pane.button;
import static dev.tiller.app.browser.Places.cursor;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.standin.cursor.Ending;
import dev.tiller.app.standin.cursor.Pace;
import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people type and click on the page, on both platforms, with both versions of Cursor's API.
class PlaygroundBrowserTest extends BrowserTest {

  private static final Pattern PULL_REQUEST =
      Pattern.compile("https://github\\.com/acme/web/pull/\\d+");

  /// What differs between the versions of the API does not differ between the platforms.
  static Stream<Arguments> everywhere() {
    return Stream.of(
        Arguments.of(CursorApi.V1, "slack"),
        Arguments.of(CursorApi.V1, "teams"),
        Arguments.of(CursorApi.V0, "slack"));
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void aMentionShowsALaunchCardAndThenALinkToThePullRequest(CursorApi api, String platform)
      throws Exception {
    var playground = playground(api, Pace.manually());
    var visit = visit(playground);
    var task = task();
    var talk = visit.pane(platform).say(task.text());
    assertThat(talk.card("Agent at work")).isVisible();

    cursor(playground).finish(agents(playground, task).getFirst().id(), Ending.PULL_REQUEST);

    var link = button(talk.card("Pull request ready"), "View pull request");
    assertThat(link).hasAttribute("data-href", PULL_REQUEST);
    var address = link.getAttribute("data-href");
    var opened = visit.page().context().waitForPage(link::click);
    assertThat(opened.getByRole(AriaRole.NOTE)).containsText(address);
    assertThat(talk.card("Agent at work")).hasCount(0);
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void aReplyInTheThreadShowsASecondCard(CursorApi api, String platform) throws Exception {
    var playground = playground(api, Places.QUICK);
    var visit = visit(playground);
    var task = task();
    var talk = visit.pane(platform).say(task.text());
    assertThat(talk.card("Pull request ready")).isVisible();

    talk.reply("@tiller also add tests");

    assertThat(talk.card("Follow-up 1")).isVisible();
    assertThat(talk.cards()).hasCount(4);
    await()
        .untilAsserted(() ->
            assertThat(agents(playground, task).getFirst().prompts()).endsWith("also add tests"));
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void theFollowUpFormStartsASecondRun(CursorApi api, String platform) throws Exception {
    var playground = playground(api, Places.QUICK);
    var visit = visit(playground);
    var task = task();
    var talk = visit.pane(platform).say(task.text());
    button(talk.card("Pull request ready"), "Add follow-up").click();
    var form = visit.page().getByTestId("form-dialog");

    form.locator("textarea").fill("also in the form");
    form.getByTestId("form-submit").click();

    assertThat(form).isHidden();
    assertThat(talk.card("Follow-up 1")).isVisible();
    await()
        .untilAsserted(() ->
            assertThat(agents(playground, task).getFirst().prompts()).endsWith("also in the form"));
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("everywhere")
  void aFailureOffersARetryThatStartsAnotherAgent(CursorApi api, String platform) throws Exception {
    var playground = playground(api, Places.QUICK);
    var visit = visit(playground);
    var task = task();
    var talk = visit.pane(platform).say(task.text() + " #error");
    var failure = talk.card("The agent failed");

    button(failure, "Retry").click();

    assertThat(failure).hasCount(4); // of each agent its card and what it ended with
    assertThat(button(talk.cards().first(), "Retry")).hasCount(0);
    await().untilAsserted(() -> assertThat(agents(playground, task)).hasSize(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void aStrangerWhoPressesStopIsToldSoAndNothingStops(String platform) throws Exception {
    var playground = playground(CursorApi.V1, Pace.manually());
    var visit = visit(playground);
    var task = task();
    var pane = visit.pane(platform);
    var talk = pane.say(task.text());
    var card = talk.card("Agent at work");
    assertThat(card).isVisible();

    pane.speakAs("Ben Ortiz");
    button(card, "Stop").click();

    assertThat(talk.whisper()).containsText("Only Ann Lee");
    cursor(playground).finish(agents(playground, task).getFirst().id(), Ending.PULL_REQUEST);
    assertThat(talk.card("Pull request ready")).isVisible();
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void theKeyboardAloneSendsATask(String platform) throws Exception {
    var playground = playground();
    var visit = visit(playground);
    var task = task();
    var pane = visit.pane(platform);
    visit.focusByKeyboard(pane);

    visit.page().keyboard().type("@tiller " + task.text());
    visit.page().keyboard().press("Enter");

    assertThat(pane.conversation(task.text()).card("Pull request ready")).isVisible();
    assertThat(pane.composer()).isEmpty();
    assertThat(pane.composer()).isFocused();
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void thePageAsksNobodyElseAndTheConsoleStaysClean(String platform) throws Exception {
    var playground = playground();
    var visit = visit(playground);
    var talk = visit.pane(platform).say(task().text());
    var link = button(talk.card("Pull request ready"), "View pull request");
    var opened = visit.page().context().waitForPage(link::click);
    assertThat(opened.getByRole(AriaRole.NOTE)).isVisible();

    assertThat(visit.requests()).anyMatch(url -> url.endsWith("/api/events"));
    assertThat(visit.foreignRequests()).isEmpty();
    assertThat(visit.errors()).isEmpty();
  }

  @Test
  void whatTheServicesSawIsShownInNarrowWindowsToo() throws Exception {
    var visit = visit(playground());
    var page = visit.page();
    page.setViewportSize(1100, 800);
    page.locator("#traffic-button").click();

    assertThat(page.locator("#traffic-rows .row").first()).isVisible();
  }

  @Test
  void nothingCanBeWrittenBeforeThePageKnowsWhereItWouldGo() throws Exception {
    var playground = playground();
    var visit = visit(playground);
    var held = new ArrayList<Route>();
    visit.page().route("**/api/events", held::add);
    visit.page().reload();
    var pane = visit.pane("slack");
    visit.page().waitForCondition(() -> held.size() == 1);
    assertThat(pane.composer()).isDisabled();

    held.getFirst().resume();

    assertThat(pane.say(task().text()).card("Pull request ready")).isVisible();
  }

  @Test
  void whatIsSentWhileAMessageIsOnItsWayFollowsIt() throws Exception {
    var playground = playground();
    var visit = visit(playground);
    var pane = visit.pane("slack");
    var held = new ArrayList<Route>();
    visit.page().route("**/api/say", held::add);
    var first = pane.say(task().text());
    visit.page().waitForCondition(() -> held.size() == 1);

    var second = pane.say(task().text());
    visit.page().unroute("**/api/say");
    held.getFirst().resume();

    assertThat(first.card("Pull request ready")).isVisible();
    assertThat(second.card("Pull request ready")).isVisible();
    assertThat(pane.composer()).isEmpty();
  }

  @Test
  void aClickArrivesAlthoughTheMessageChangesUnderIt() throws Exception {
    var playground = playground(CursorApi.V1, Pace.manually());
    var visit = visit(playground);
    var task = task();
    var talk = visit.pane("slack").say(task.text());
    var stop = button(talk.card("Agent at work"), "Stop");
    assertThat(talk.root().locator("[data-reaction]")).isVisible();
    assertThat(talk.root().getByTestId("session-stop")).isVisible();
    stop.hover();
    visit.page().mouse().down();
    cursor(playground).finish(agents(playground, task).getFirst().id(), Ending.PULL_REQUEST);
    visit.page().waitForCondition(() -> visit.state().contains("ready: “" + task.prompt()));
    visit.page().mouse().up();

    assertThat(talk.whisper()).containsText("This has ended already.");
    assertThat(talk.card("Pull request ready")).isVisible();
  }
}
