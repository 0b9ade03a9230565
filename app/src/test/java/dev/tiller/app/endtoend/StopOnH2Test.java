package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.playground.Ports;
import dev.tiller.app.playground.StandIns;
import dev.tiller.app.standin.cursor.Fault;
import dev.tiller.app.standin.cursor.Operation;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.cursor.Pace;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process on an H2 file that is asked to end while Cursor is still making an agent for it.
class StopOnH2Test {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TASK = "@tiller repo=acme/web fix the login bug";
  private static final Duration LAUNCH = Duration.ofSeconds(3);

  @TempDir Path folder;

  @Test
  void aLaunchThatHasBegunIsFinishedBeforeTheProcessEndsAndWhatIsSaidMeanwhileWaits()
      throws Exception {
    try (var services = new StandIns(Ports.ANY, Options.playground().withPace(Pace.manually()))) {
      int port = BotProcess.freePort();
      services.connect(URI.create("http://127.0.0.1:" + port));
      var bot = BotProcess.start(folder, port, services.settings(CursorApi.V1));
      services
          .cursor()
          .faults()
          .next(Operation.CREATE_AGENT, new Fault.Slow(Duration.ZERO, LAUNCH));
      var thread = services.slack().say("U0ANN", "C0WEB", Optional.empty(), TASK);
      await().atMost(PATIENCE).until(() -> services.cursor().agents().size() == 1);

      bot.terminate();
      await().atMost(PATIENCE).until(() -> bot.log().contains("watched runs handed over"));
      var waiting = services.slack().say("U0ANN", "C0WEB", Optional.empty(), TASK);

      assertThat(bot.awaitEnd(Duration.ofSeconds(30))).isEqualTo(128 + 15);
      assertThat(bot.log())
          .contains("watched runs handed over", "stopped")
          .doesNotContain(" WARN ", " ERROR ", "left unfinished");
      var next = BotProcess.start(folder, port, services.settings(CursorApi.V1));
      await().atMost(PATIENCE).until(() -> shown(services, thread).contains("Agent at work"));
      await().atMost(PATIENCE).until(() -> shown(services, waiting).contains("Agent at work"));
      assertThat(services.cursor().createCalls()).isEqualTo(2);
      next.kill();
    }
  }

  private static String shown(StandIns services, String thread) {
    return services.slack().thread("C0WEB", thread).getLast().path("text").asText();
  }
}
