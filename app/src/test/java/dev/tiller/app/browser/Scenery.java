package dev.tiller.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.tiller.app.browser.Pane.Conversation;
import dev.tiller.app.playground.Playground;
import dev.tiller.app.standin.chat.MovableClock;
import dev.tiller.app.standin.cursor.Ending;
import dev.tiller.app.standin.cursor.Step;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The conversations that the pictures show, always the same, typed into the real page.
///
/// @param clock Cursor's
record Scenery(Playground playground, MovableClock clock, Visit visit) {

  static final String AT_WORK = "Agent at work";
  static final String READY = "Pull request ready";
  static final String WAITING = "Waiting, next in line";
  static final String SUGGESTED = "Suggested by Ben Ortiz";

  void play() {
    working("slack", "api-team", "acme/api", "cache searches");
    finished("slack", "web-team", "acme/web", "fix the login bug");
    waiting("teams", "Web", "acme/mobile", "add a dark theme");
    waiting("teams", "General", "acme/web", "upgrade the router");
    suggested("slack", "general", "acme/web", "tidy the build");
  }

  private Conversation started(String platform, String channel, String repository, String task) {
    var pane = visit.pane(platform);
    pane.goTo(channel);
    var talk = pane.say("repo=" + repository + " " + task);
    assertThat(talk.card(AT_WORK)).isVisible();
    return talk;
  }

  private void working(String platform, String channel, String repository, String task) {
    var talk = started(platform, channel, repository, task);
    playground.standIns().cursor().step(agentOf(task), editing());
    assertThat(talk.card("Editing")).isVisible();
  }

  private void finished(String platform, String channel, String repository, String task) {
    var talk = started(platform, channel, repository, task);
    clock.pass(Duration.ofMinutes(7));
    playground.standIns().cursor().finish(agentOf(task), Ending.PULL_REQUEST);
    assertThat(talk.card(READY)).isVisible();
    assertThat(talk.card("Done")).isVisible();
  }

  private void waiting(String platform, String channel, String repository, String task) {
    var talk = started(platform, channel, repository, task);
    talk.reply("also add tests");
    assertThat(talk.card(WAITING)).isVisible();
  }

  private void suggested(String platform, String channel, String repository, String task) {
    var talk = started(platform, channel, repository, task);
    visit.pane(platform).speakAs("Ben Ortiz");
    talk.reply("also drop the old lint rules");
    assertThat(talk.card(SUGGESTED)).isVisible();
    visit.pane(platform).speakAs("Ann Lee");
  }

  private String agentOf(String task) {
    return playground.standIns().cursor().agents().stream()
        .filter(agent -> agent.prompts().getFirst().startsWith(task))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static Step editing() {
    return new Step.ToolCall(
        "call_1", "edit_file", Map.of("path", "src/search/cache.ts"), Optional.empty());
  }
}
