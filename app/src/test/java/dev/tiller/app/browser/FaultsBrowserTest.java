package dev.tiller.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tiller.app.browser.Places.cursor;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What people make go wrong on the page.
class FaultsBrowserTest extends BrowserTest {

  @Test
  void aLostAnswerIsChosenInOneClickAndIsOverAfterTheLaunchThatItHits() throws Exception {
    var playground = playground();
    var visit = visit(playground);
    var page = visit.page();
    page.getByTestId("faults-button").click();
    page.getByTestId("scenario-lost-launch-answer").click();
    assertThat(page.getByTestId("fault-list")).containsText("not hit yet, 1 left");
    page.keyboard().press("Escape");

    var task = task();
    var talk = visit.pane("slack").say(task.text());

    assertThat(talk.card("Pull request ready")).isVisible();
    assertThat(agents(playground, task)).hasSize(1);
    assertThat(page.locator("#fault-count")).isHidden();
    assertThat(visit.errors()).isEmpty();
  }

  @Test
  void oneFaultIsChosenAndTakenBackWithTheKeyboard() throws Exception {
    var playground = playground();
    var visit = visit(playground);
    var page = visit.page();
    page.getByTestId("faults-button").press("Enter");
    page.getByTestId("fault-call").selectOption("stream");
    page.getByTestId("fault-kind").selectOption("silent");
    page.getByTestId("fault-time").selectOption("other");
    page.getByTestId("add-fault").press("Enter");

    var rule = page.getByTestId("fault-list").locator("li");
    assertThat(rule).containsText("Falls silent");
    assertThat(rule).containsText("every other call");
    assertThat(cursor(playground).faults().active()).hasSize(1);
    rule.locator("button").press("Enter");

    assertThat(rule).hasCount(0);
    assertThat(page.locator("#no-faults")).isVisible();
    assertThat(cursor(playground).faults().active()).isEmpty();
  }
}
