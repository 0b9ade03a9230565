package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two bots with a socket each, on one database that both may have open.
class SocketReplicasTest extends SocketStory {

  private static final int BURST = 12;

  private final EmbeddedPostgres postgres;

  SocketReplicasTest() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @Override
  Map<String, String> database() {
    return Map.of(
        "TILLER_DATABASE_URL",
        postgres.getJdbcUrl("postgres", "postgres"),
        "TILLER_DATABASE_USER",
        "postgres");
  }

  @AfterEach
  @Override
  void stop() throws IOException {
    super.stop();
    postgres.close();
  }

  @Test
  void twoBotsWithASocketEachStartOneAgent() throws Exception {
    try (var other = start()) {
      assertThat(other.port()).isNotEqualTo(bot.port());
      await().until(() -> sockets.open() == 2);

      var thread = desk.say(desk.ann(), TASK);
      desk.platform().redeliver(thread);

      desk.sees(thread, "Agent at work");
      await().until(desk.platform()::idle);
      assertThat(services.cursor().createCalls()).isEqualTo(1);
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> sockets.open() == 1);
  }

  /// Two refreshes, a connection that breaks and acknowledgements that get lost.
  @Test
  void ofABurstOfMentionsNothingIsLostAndNothingComesTwice() throws Exception {
    try (var _ = start()) {
      await().until(() -> sockets.open() == 2);
      var threads = new ArrayList<String>();
      for (int i = 0; i < BURST; i++) {
        switch (i) {
          case 2, 9 -> sockets.refresh();
          case 4 -> sockets.loseAcknowledgements(3);
          case 7 -> sockets.breakOff();
          default -> {}
        }
        threads.add(desk.say(desk.ann(), TASK + " " + i));
      }

      threads.forEach(thread -> desk.sees(thread, "Agent at work"));
      await().atMost(Duration.ofSeconds(30)).until(desk.platform()::idle);
      assertThat(threads).allSatisfy(thread -> assertThat(desk.shown(thread)).hasSize(1));
      assertThat(services.cursor().createCalls()).isEqualTo(BURST);
      assertThat(deliveredAgain()).isPositive();
    }
  }
}
