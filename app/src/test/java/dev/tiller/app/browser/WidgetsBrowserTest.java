package dev.tiller.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tiller.app.browser.Pane.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.tiller.app.widgets.WidgetsStage;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Menus, fields to choose from and Home on the page, before a core that only asks.
class WidgetsBrowserTest extends BrowserTest {

  private static final String QUESTION = "Which repository is this about?";

  private static WidgetsStage stage;

  @BeforeAll
  static void setUp() throws IOException {
    stage = new WidgetsStage();
  }

  @AfterAll
  static void tearDown() {
    stage.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void anEntryIsFoundByTypingAndItsChoiceIsAnswered(String platform) {
    var visit = visit();
    var pane = visit.pane(platform);
    var talk = pane.say(task().prompt());

    pane.choose(talk.card(QUESTION), "web-", "acme/web-app");

    assertThat(talk.card("Taken for acme/web-app")).isVisible();
    assertThat(talk.card(QUESTION)).hasCount(0);
    assertThat(visit.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void theKeyboardAloneIsEnough(String platform) {
    var visit = visit();
    var card = visit.pane(platform).say(task().prompt()).card(QUESTION);
    var field = card.getByRole(AriaRole.COMBOBOX);

    // Both platforms show their messages on one page.
    var name = platform.equals("teams") ? "service-008" : "service-007";

    Choosing.byKeyboard(field, name);

    if (platform.equals("teams")) {
      assertThat(field).hasValue("acme/" + name);
      button(card, "Choose").press("Enter");
    }
    assertThat(visit.page().getByText("Taken for acme/" + name)).isVisible();
  }

  @Test
  void aClickChoosesTheEntryThatItBeganOnAlthoughNoneIsFoundMeanwhile() {
    var visit = visit();
    var talk = visit.pane("slack").say(task().prompt());
    var field = talk.card(QUESTION).getByRole(AriaRole.COMBOBOX);
    field.click();
    Choosing.entry(field, "acme/api").hover();
    visit.page().mouse().down();

    visit.page().waitForResponse("**/api/search", () -> field.fill("nothing like this"));
    visit.page().mouse().up();

    assertThat(talk.card("Taken for acme/api")).isVisible();
  }

  @Test
  void onTeamsSomethingMustBeChosenFirst() {
    var visit = visit();
    var talk = visit.pane("teams").say(task().prompt());

    button(talk.card(QUESTION), "Choose").click();

    assertThat(talk.card(QUESTION)).containsText("Please choose one.");
    button(talk.card(QUESTION), "Cancel").click();
    assertThat(talk.whisper()).containsText("Nothing was chosen.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void aFormShowsWhatIsChosenAndKeepsWhatIsChanged(String platform) {
    var visit = visit();
    var talk = visit.pane(platform).say(task().prompt());
    button(talk.card(QUESTION), "Settings").click();
    var form = visit.form();
    var repository = platform.equals("slack") ? "acme/api" : "acme/web-app";

    form.choose("Repository", repository.substring(5), repository);
    form.select("Model", "GPT-5.2");
    form.write("Branch", platform);
    form.send();
    assertThat(talk.whisper()).containsText("Saved.");

    button(talk.card(QUESTION), "Settings").click();
    assertThat(form.field("Repository")).hasValue(repository);
    assertThat(form.field("Model")).hasValue("gpt-5.2");
    form.close();
    assertThat(form.root()).isHidden();
  }

  @Test
  void escapeLeavesTheListAndThenTheForm() {
    var visit = visit();
    var talk = visit.pane("slack").say(task().prompt());
    button(talk.card(QUESTION), "Settings").click();
    var field = visit.form().field("Repository");
    var before = field.inputValue();

    field.fill("nothing like this");
    assertThat(visit.page().getByText("Nothing matches.")).isVisible();
    field.press("Escape");
    assertThat(field).hasValue(before);
    assertThat(field).hasAttribute("aria-expanded", "false");
    field.press("Escape");

    assertThat(visit.form().root()).isHidden();
    assertThat(button(talk.card(QUESTION), "Settings")).isFocused();
  }

  @Test
  void homeIsOpenedAndShownAnewAfterItsFormWasSent() {
    var visit = visit();
    var home = visit.pane("slack").openHome();
    assertThat(home).containsText("Your settings");

    button(home, "Change settings").click();
    visit.form().choose("Repository", "service-042", "acme/service-042");
    visit.form().send();

    assertThat(home).containsText("acme/service-042");
    assertThat(home).containsText("Saved.");
    assertThat(button(home, "Change settings")).isFocused();
    assertThat(visit.errors()).isEmpty();
  }

  private Visit visit() {
    return visit(stage.url());
  }
}
