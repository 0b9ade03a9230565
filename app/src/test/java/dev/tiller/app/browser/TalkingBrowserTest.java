package dev.tiller.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tiller.app.browser.Pane.button;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.playground.Playground;
import dev.tiller.app.standin.cursor.AgentView;
import dev.tiller.app.standin.cursor.Pace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Questions, settings and Home on the page, with the real bot. What a person did before counts for
/// their next request, so Cara alone asks without a repository, and Ben alone has one of his own.
class TalkingBrowserTest extends BrowserTest {

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void aRequestWithoutARepositoryAsksAndGoesOnWithTheOneChosen(String platform) throws Exception {
    var playground = playground();
    var visit = visit(playground);
    var pane = visit.pane(platform);
    pane.speakAs("Cara Singh");
    var task = task();
    var talk = pane.say(task.prompt());

    pane.choose(talk.card("Which repository?"), "mob", "acme/mobile");

    assertThat(talk.card("Goes on with")).isVisible();
    assertThat(talk.card("Pull request ready")).isVisible();
    assertThat(repositories(playground, task)).singleElement().asString().contains("acme/mobile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void settingsAreChangedInTheirForm(String platform) throws Exception {
    var playground = playground();
    var visit = visit(playground);
    var pane = visit.pane(platform);
    pane.speakAs("Ben Ortiz");
    var talk = pane.say("settings");
    button(talk.card("Settings"), "Edit mine").click();

    visit.form().choose("Repository", "api", "acme/api");
    visit.form().send();

    assertThat(talk.card("acme/api")).isVisible();
    var task = task();
    assertThat(pane.say(task.prompt()).card("Pull request ready")).isVisible();
    assertThat(repositories(playground, task)).singleElement().asString().contains("acme/api");
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void explainStartsNothingAndSwitchStartsTheSameElsewhere(String platform) throws Exception {
    var playground = playground(CursorApi.V1, Pace.manually());
    var visit = visit(playground);
    var pane = visit.pane(platform);
    var explained = task();
    assertThat(pane.say("explain: " + explained.text()).card("option repo=")).isVisible();
    assertThat(repositories(playground, explained)).isEmpty();

    var task = task();
    var talk = pane.say(task.text());
    button(talk.card("Agent at work"), "Switch repository").click();
    visit.form().choose("Repository", "api", "acme/api");
    visit.form().send();

    assertThat(talk.card("switched from acme/web")).isVisible();
    assertThat(talk.card("Switched to acme/api")).isVisible();
    await().untilAsserted(() -> assertThat(repositories(playground, task)).hasSize(2));
  }

  @Test
  void homeShowsOnesOwnSettingsAndKeepsWhatIsChangedThere() throws Exception {
    var playground = playground();
    var visit = visit(playground);
    var home = visit.pane("slack").openHome();
    assertThat(home).containsText("Your settings");

    button(home, "Edit mine").click();
    visit.form().choose("Repository", "docs", "acme/docs");
    visit.form().send();

    assertThat(home).containsText("acme/docs");
    assertThat(visit.errors()).isEmpty();
  }

  private static List<String> repositories(Playground playground, Task task) {
    return agents(playground, task).stream().map(AgentView::repository).toList();
  }
}
