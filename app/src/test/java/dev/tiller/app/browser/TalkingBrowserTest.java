package dev.tiller.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tiller.app.browser.Pane.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.playground.Playground;
import dev.tiller.app.standin.cursor.Pace;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Questions, settings and Home on the page, with the real bot. What a person did before counts for
/// their next request, so each test has a playground of its own.
@NeedsBrowser
@TestInstance(Lifecycle.PER_CLASS)
class TalkingBrowserTest {

  private final Chromium chromium = Chromium.start(Chromium.find().orElseThrow());
  private Places places = new Places();

  @BeforeAll
  static void bePatient() {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  @AfterEach
  void end() {
    places.close();
    places = new Places();
  }

  @AfterAll
  void leave() {
    chromium.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void aRequestWithoutARepositoryAsksAndGoesOnWithTheOneChosen(String platform) throws Exception {
    var playground = places.with(CursorApi.V1, Places.QUICK);
    try (var visit = new Visit(chromium.browser(), playground)) {
      var pane = visit.pane(platform);
      var talk = pane.say("tidy up the tests.");

      pane.choose(talk.card("Which repository?"), "mob", "acme/mobile");

      assertThat(talk.card("Goes on with")).isVisible();
      assertThat(talk.card("Pull request ready")).isVisible();
      assertThat(repositories(playground)).singleElement().asString().contains("acme/mobile");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void settingsAreChangedInTheirForm(String platform) throws Exception {
    var playground = places.with(CursorApi.V1, Places.QUICK);
    try (var visit = new Visit(chromium.browser(), playground)) {
      var talk = visit.pane(platform).say("settings");
      button(talk.card("Settings"), "Edit mine").click();

      visit.form().choose("Repository", "api", "acme/api");
      visit.form().send();

      assertThat(talk.card("acme/api")).isVisible();
      var next = visit.pane(platform).say("tidy up the tests.");
      assertThat(next.card("Pull request ready")).isVisible();
      assertThat(repositories(playground)).singleElement().asString().contains("acme/api");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void explainStartsNothingAndSwitchStartsTheSameElsewhere(String platform) throws Exception {
    var playground = places.with(CursorApi.V1, Pace.manually());
    try (var visit = new Visit(chromium.browser(), playground)) {
      var pane = visit.pane(platform);
      assertThat(pane.say("explain: repo=acme/api tidy up").card("option repo=")).isVisible();
      assertThat(repositories(playground)).isEmpty();

      var talk = pane.say("repo=acme/web tidy up the tests.");
      button(talk.card("Agent at work"), "Switch repository").click();
      visit.form().choose("Repository", "api", "acme/api");
      visit.form().send();

      assertThat(talk.card("switched from acme/web")).isVisible();
      assertThat(talk.card("Switched to acme/api")).isVisible();
      assertThat(repositories(playground)).hasSize(2);
    }
  }

  @Test
  void homeShowsOnesOwnSettingsAndKeepsWhatIsChangedThere() throws Exception {
    var playground = places.with(CursorApi.V1, Places.QUICK);
    try (var visit = new Visit(chromium.browser(), playground)) {
      var home = visit.pane("slack").openHome();
      assertThat(home).containsText("Your settings");

      button(home, "Edit mine").click();
      visit.form().choose("Repository", "docs", "acme/docs");
      visit.form().send();

      assertThat(home).containsText("acme/docs");
      assertThat(visit.errors()).isEmpty();
    }
  }

  private static List<String> repositories(Playground playground) {
    return Places.cursor(playground).agents().stream().map(agent -> agent.repository()).toList();
  }
}
