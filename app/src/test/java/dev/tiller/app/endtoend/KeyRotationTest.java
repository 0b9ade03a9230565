package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.app.RunningBot;
import dev.tiller.app.config.Settings;
import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.playground.Ports;
import dev.tiller.app.playground.StandIns;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.cursor.AgentView;
import dev.tiller.app.standin.cursor.Ending;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.cursor.Pace;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Keys that are changed while agents are at work: what was launched under a former key still ends
/// by its webhook as long as that key is accepted.
class KeyRotationTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String FIRST = "first-key-0123456789abcdef0123456789abcdef";
  private static final String SECOND = "second-key-0123456789abcdef0123456789abcdef";

  private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
  private StandIns services;
  private int port;

  @BeforeEach
  void start() throws IOException {
    services = new StandIns(Ports.ANY, Options.playground().withPace(Pace.manually()));
    port = BotProcess.freePort();
    services.connect(URI.create("http://127.0.0.1:" + port));
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  void whatWasLaunchedUnderAFormerKeyStillEndsByItsWebhook() throws Exception {
    AgentView early;
    AgentView late;
    try (var _ = bot("TILLER_SECRET_KEY", FIRST)) {
      early = launched("fix the login bug", 1);
    }
    try (var _ = bot("TILLER_SECRET_KEY", SECOND + "," + FIRST)) {
      late = launched("update the docs", 2);

      assertThat(told(early)).isEqualTo(200);
    }
    try (var _ = bot("TILLER_SECRET_KEY", SECOND)) {
      assertThat(told(late)).isEqualTo(200);
    }
  }

  @Test
  void aWebhookUnderAKeyThatIsNoLongerAcceptedIsRefused() throws Exception {
    AgentView agent;
    try (var _ = bot("TILLER_SECRET_KEY", FIRST)) {
      agent = launched("fix the login bug", 1);
    }
    try (var _ = bot("TILLER_SECRET_KEY", SECOND)) {
      assertThat(told(agent)).isEqualTo(401);
    }
  }

  @Test
  void whileSlacksSigningSecretIsBeingChangedBothAreAccepted() throws Exception {
    var signing = services.settings(CursorApi.V0).get("SLACK_SIGNING_SECRET");
    try (var _ = bot("SLACK_SIGNING_SECRET", "0123456789abcdef0123456789abcdef," + signing)) {
      assertThat(launched("fix the login bug", 1).pullRequest()).isEmpty();
    }
  }

  private RunningBot bot(String name, String value) throws Exception {
    var settings = services.settings(CursorApi.V0);
    settings.put("TILLER_PORT", String.valueOf(port));
    settings.put("TILLER_PUBLIC_URL", "http://127.0.0.1:" + port);
    settings.put("TILLER_DATABASE_URL", database);
    settings.put("TILLER_SECRET_KEY", FIRST);
    settings.put(name, value);
    return RunningBot.start(Settings.load(settings, Optional.empty()));
  }

  private AgentView launched(String task, int agents) {
    var thread =
        services.slack().say("U0ANN", "C0WEB", Optional.empty(), "@tiller repo=acme/web " + task);
    await().atMost(PATIENCE).until(() -> services.cursor().agents().size() == agents);
    await()
        .atMost(PATIENCE)
        .until(() ->
            services.slack().thread("C0WEB", thread).stream()
                .anyMatch(it -> it.path("text").asText().contains("Agent at work")));
    return services.cursor().agents().stream()
        .filter(it -> it.prompts().contains(task))
        .findFirst()
        .orElseThrow();
  }

  /// Ends an agent's run, and says how the bot answered to the news.
  private int told(AgentView agent) {
    var before = services.traffic().after(0).size();
    services.cursor().finish(agent.id(), Ending.PULL_REQUEST);
    return await().atMost(PATIENCE).until(() -> answer(before), Optional::isPresent).orElseThrow();
  }

  private Optional<Integer> answer(long after) {
    return services.traffic().after(after).stream()
        .filter(it -> it.direction() == Traffic.Direction.SENT && it.path().contains("/webhooks/"))
        .map(Traffic.Entry::status)
        .findFirst();
  }
}
