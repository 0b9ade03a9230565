package dev.tiller.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people see on the page of what goes along with a task.
class ContextBrowserTest extends BrowserTest {

  private static final FilePayload PICTURE =
      new FilePayload(
          "login page.png",
          "image/png",
          Base64.getDecoder()
              .decode(
                  "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR42mM4IScHRwzEcQCxYxBB"
                      + "00rMDQAAAABJRU5ErkJggg=="));


  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void anAttachedPictureGoesAlongAndTheCardSaysSo(String platform) throws Exception {
    var playground = playground();
    var visit = visit(playground);
    var pane = visit.pane(platform);
    visit.page().getByTestId("composer-" + platform + "-files").setInputFiles(PICTURE);

    var talk = pane.say("repo=acme/web make it look like this");

    assertThat(talk.card("Pull request ready")).containsText("1 image");
    assertThat(talk.root().locator("img").first()).isVisible();
    assertThat(visit.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void whatWasSaidInTheThreadIsOnTheReceipt(String platform) throws Exception {
    var playground = playground();
    var visit = visit(playground);
    var pane = visit.pane(platform);
    var talk = pane.say("help");
    assertThat(talk.cards().first()).isVisible();
    talk.remark("it is only in Safari");

    talk.reply("@tiller repo=acme/web fix it");

    assertThat(talk.card("Pull request ready")).containsText("2 messages from 1 person");
    assertThat(visit.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void anAttachedFileCanBeTakenOffAgain(String platform) throws Exception {
    var playground = playground();
    var visit = visit(playground);
    var text = new FilePayload("app.log", "text/plain", "boom".getBytes(StandardCharsets.UTF_8));
    visit.page().getByTestId("composer-" + platform + "-files").setInputFiles(text);

    visit.page().getByLabel("Remove app.log").click();

    assertThat(visit.page().getByLabel("Remove app.log")).hasCount(0);
    assertThat(visit.errors()).isEmpty();
  }
}
