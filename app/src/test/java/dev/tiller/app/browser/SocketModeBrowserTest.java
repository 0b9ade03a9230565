package dev.tiller.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tiller.app.browser.Pane.button;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.playground.Playground;
import dev.tiller.app.playground.Ports;
import dev.tiller.app.playground.SlackWay;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.cursor.Pace;
import dev.tiller.core.store.FreshDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The page with Slack in Socket Mode: no request reaches the bot for Slack.
class SocketModeBrowserTest extends BrowserTest {

  @Test
  void aRunIsStartedAndStoppedThroughASocket() throws Exception {
    try (var playground = bySocket()) {
      var visit = visit(playground);
      var talk = visit.pane("slack").say(task().text());

      button(talk.card("Agent at work"), "Stop").click();

      assertThat(talk.card("Stopped by")).isVisible();
      assertThat(visit.errors()).isEmpty();
      assertThat(playground.standIns().slack().sockets().open()).isEqualTo(1);
      assertThat(playground.standIns().traffic().after(0))
          .noneMatch(entry -> entry.path().equals("/slack/events"));
    }
  }

  private static Playground bySocket() throws Exception {
    return Playground.start(
        Ports.ANY,
        CursorApi.V1,
        Options.playground().withPace(Pace.manually()),
        SlackWay.SOCKET,
        Map.of("TILLER_DATABASE_URL", FreshDatabase.url()),
        Places::hurried);
  }
}
