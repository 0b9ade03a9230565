package dev.tiller.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tiller.app.browser.Pane.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people see on the page of the files that an agent has left.
class ArtifactsBrowserTest extends BrowserTest {

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void aPictureIsSeenWithItsDescriptionAndOpensInFull(String platform) throws Exception {
    var playground = playground();
    var visit = visit(playground);
    var talk = visit.pane(platform).say("repo=acme/web draw the page #only-screenshot");

    button(talk.card("Pull request ready"), "Show artifacts").click();
    button(talk.card("Agent 1 has left a file"), "Show screenshot.png").click();

    var picture = talk.card("screenshot.png, left by agent 1").getByRole(AriaRole.IMG);
    assertThat(picture).hasAttribute("alt", "A picture that agent 1 has left: screenshot.png");
    seen(picture);
    assertThat((int) picture.evaluate("it => it.clientHeight")).isBetween(20, 330);
    assertThat(visit.foreignRequests()).isEmpty();
    assertThat(visit.errors()).isEmpty();
    var opened = visit.page().context().waitForPage(() -> picture.locator("..").click());
    assertThat(opened).hasURL(Pattern.compile("/api/files/" + platform + "/"));
  }

  @Test
  void aFilmCanBePlayed() throws Exception {
    var playground = playground();
    var visit = visit(playground);
    var talk = visit.pane("slack").say("repo=acme/web film the page #only-video");
    button(talk.card("Pull request ready"), "Show artifacts").click();

    button(talk.card("Agent 1 has left a file"), "Show demo.mp4").click();

    var film = talk.card("demo.mp4, left by agent 1").locator("video");
    assertThat(film).hasAttribute("controls", "");
    assertThat(film).hasAttribute("aria-label", "A film that agent 1 has left: demo.mp4");
    assertThat(visit.foreignRequests()).isEmpty();
  }

  private static void seen(Locator picture) {
    await().until(() -> (boolean) picture.evaluate("it => it.complete && it.naturalWidth > 0"));
  }
}
