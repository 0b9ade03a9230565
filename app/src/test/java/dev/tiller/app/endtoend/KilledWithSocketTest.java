package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.cursor.CursorStandIn;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.cursor.Pace;
import dev.tiller.app.standin.slack.SlackSettings;
import dev.tiller.app.standin.slack.SlackStandIn;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two processes with a socket each on one PostgreSQL. One is killed while it owes the launch of a
/// task it had acknowledged, and holds another task that it had not: the other one goes on.
class KilledWithSocketTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TASK = "@tiller repo=acme/web fix the login bug";

  @TempDir Path folder;

  private final Traffic traffic = new Traffic(InstantSource.system());
  private EmbeddedPostgres postgres;
  private SlackStandIn slack;
  private int cursorPort;

  @BeforeEach
  void start() throws IOException {
    postgres = EmbeddedPostgres.start();
    slack = SlackStandIn.start(SlackSettings.playground(), traffic);
    cursorPort = BotProcess.freePort();
  }

  @AfterEach
  void stop() throws IOException {
    slack.close();
    postgres.close();
  }

  private BotProcess process(int sockets) throws IOException {
    var settings =
        Map.of(
            "SLACK_BOT_TOKEN",
            SlackSettings.playground().botToken(),
            "SLACK_APP_TOKEN",
            SlackSettings.playground().appToken(),
            "SLACK_API_URL",
            slack.apiUrl().toString(),
            "CURSOR_API_KEY",
            "crsr_good",
            "CURSOR_API_URL",
            "http://127.0.0.1:" + cursorPort,
            "TILLER_DATABASE_URL",
            postgres.getJdbcUrl("postgres", "postgres"),
            "TILLER_DATABASE_USER",
            "postgres",
            "TILLER_SECRET_KEY",
            "0123456789abcdef0123456789abcdef");
    var process = BotProcess.start(folder, BotProcess.freePort(), settings);
    await().atMost(PATIENCE).until(() -> slack.sockets().open() == sockets);
    return process;
  }

  @Test
  void whatAKilledProcessOwedAndWhatItHadNotAcknowledgedIsDoneByTheOtherOnce() throws Exception {
    var first = process(1);
    var owed = say();
    await().atMost(PATIENCE).until(() -> shows(owed, "trying again"));
    var second = process(2);
    String unacknowledged;
    try (var connection = postgres.getPostgresDatabase().getConnection()) {
      keepFromAccepting(connection);
      unacknowledged = say();
      await().atMost(PATIENCE).until(() -> waiting() == 2);

      first.kill();
      connection.rollback();
    }

    try (var cursor = cursor()) {
      for (var thread : List.of(owed, unacknowledged)) {
        await().atMost(PATIENCE).until(() -> shows(thread, "Agent at work"));
      }
      await().atMost(PATIENCE).until(slack::idle);
      assertThat(traffic.after(0))
          .anyMatch(it -> it.request().contains("\"retry_reason\":\"connection_failed\""));
      assertThat(List.of(owed, unacknowledged))
          .allSatisfy(thread -> assertThat(shown(thread)).hasSize(1));
      assertThat(cursor.createCalls()).isEqualTo(2);
      assertThat(slack.sockets().open()).isEqualTo(1);
      second.kill();
    }
  }

  private CursorStandIn cursor() throws IOException {
    return CursorStandIn.start(
        "127.0.0.1", cursorPort, Options.playground().withPace(Pace.manually()), traffic);
  }

  /// Nobody can write down what is new until it is rolled back.
  private static void keepFromAccepting(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("lock table conversation in share row exclusive mode");
    }
  }

  /// How many connections wait for a lock.
  private int waiting() throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select count(distinct pid) from pg_locks where not granted")) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private String say() {
    return slack.say("U0ANN", "C0WEB", Optional.empty(), TASK);
  }

  private List<ObjectNode> shown(String thread) {
    return slack.thread("C0WEB", thread).stream().filter(message -> message.has("bot_id")).toList();
  }

  private boolean shows(String thread, String text) {
    return shown(thread).stream().anyMatch(it -> it.path("text").asText().contains(text));
  }
}
