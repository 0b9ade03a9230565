package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.cursor.CursorStandIn;
import dev.tiller.app.standin.cursor.Ending;
import dev.tiller.app.standin.cursor.Fault;
import dev.tiller.app.standin.cursor.Operation;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.cursor.Pace;
import dev.tiller.app.standin.slack.SlackSettings;
import dev.tiller.app.standin.slack.SlackStandIn;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two processes on one PostgreSQL, one of which is asked to end while it watches a run and
/// launches another: nothing stops, nothing happens twice, and what it is told meanwhile is heard.
class GracefulStopTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// So long does Cursor keep a launch waiting, and so long is the stopping process still there.
  private static final Duration LAUNCH = Duration.ofSeconds(9);

  /// Much shorter than the lease, which nobody waits for.
  private static final Duration AT_ONCE = Duration.ofSeconds(6);

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private EmbeddedPostgres postgres;
  private SlackStandIn slack;
  private CursorStandIn cursor;
  private int port;

  @BeforeEach
  void start() throws IOException {
    var traffic = new Traffic(InstantSource.system());
    postgres = EmbeddedPostgres.start();
    slack = SlackStandIn.start(SlackSettings.playground(), traffic);
    cursor =
        CursorStandIn.start(
            "127.0.0.1", 0, Options.playground().withPace(Pace.manually()), traffic);
    port = BotProcess.freePort();
    slack.connect(URI.create("http://127.0.0.1:" + port));
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    cursor.close();
    slack.close();
    postgres.close();
  }

  private Map<String, String> settings() {
    return Map.of(
        "SLACK_BOT_TOKEN", SlackSettings.playground().botToken(),
        "SLACK_SIGNING_SECRET", SlackSettings.playground().signingSecret(),
        "SLACK_API_URL", slack.apiUrl().toString(),
        "CURSOR_API_KEY", "crsr_good",
        "CURSOR_API_URL", cursor.url().toString(),
        "TILLER_DATABASE_URL", postgres.getJdbcUrl("postgres", "postgres"),
        "TILLER_DATABASE_USER", "postgres",
        "TILLER_SECRET_KEY", "0123456789abcdef0123456789abcdef");
  }

  @Test
  void aProcessThatEndsHandsItsWatchesOverAtOnceAndFinishesWhatItHasBegun() throws Exception {
    var first = BotProcess.start(folder, port, settings());
    var watchedRun = say("@tiller repo=acme/web fix the login bug");
    await().atMost(PATIENCE).until(() -> watcher().isPresent());
    var before = watcher();
    int otherPort = BotProcess.freePort();
    var second = BotProcess.start(folder, otherPort, settings());
    cursor.faults().next(Operation.CREATE_AGENT, new Fault.Slow(Duration.ZERO, LAUNCH));
    var asked = new ArrayList<String>();
    second.pausedDuring(() -> {
      asked.add(say("@tiller repo=acme/web update the docs"));
      await().atMost(PATIENCE).until(() -> cursor.agents().size() == 2);
    });
    var launching = asked.getFirst();

    first.terminate();

    await().atMost(AT_ONCE).until(() -> movedOn(before));
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(get("/health/ready").body()).contains("\"status\":\"stopping\"");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    var saidAtFirst = say("@tiller repo=acme/web sort the imports");
    var card = shown(watchedRun).getFirst();
    var _ =
        slack.press("U0ANN", "C0WEB", card.path("ts").asText(), Scene.Desk.button(card, "Stop"));
    assertThat(first.alive()).isTrue();

    assertThat(first.awaitEnd(Duration.ofSeconds(30))).isEqualTo(128 + 15);
    assertThat(first.log()).contains("watched runs handed over").doesNotContain("ERROR");
    slack.connect(URI.create("http://127.0.0.1:" + otherPort));
    await().atMost(PATIENCE).until(() -> shows(watchedRun, "Stopped by Ann Lee"));
    await().atMost(PATIENCE).until(() -> cursor.agents().size() == 3);
    cursor.agents().stream()
        .skip(1)
        .forEach(agent -> cursor.finish(agent.id(), Ending.PULL_REQUEST));
    var ending = List.of(launching, saidAtFirst);
    await().atMost(PATIENCE).until(() -> ending.stream().allMatch(this::ended));
    assertThat(cursor.agents()).hasSize(3);
    var threads = List.of(watchedRun, launching, saidAtFirst);
    assertThat(threads).allSatisfy(thread -> assertThat(shown(thread)).hasSize(2));
    second.kill();
  }

  private String say(String text) {
    return slack.say("U0ANN", "C0WEB", Optional.empty(), text);
  }

  private List<ObjectNode> shown(String thread) {
    return slack.thread("C0WEB", thread).stream().filter(message -> message.has("bot_id")).toList();
  }

  private boolean ended(String thread) {
    return shows(thread, "the pull request is ready");
  }

  private boolean shows(String thread, String text) {
    return shown(thread).stream().anyMatch(it -> it.path("text").asText().contains(text));
  }

  private boolean movedOn(Optional<String> before) throws SQLException {
    return watcher().isPresent() && !watcher().equals(before);
  }

  /// The process that watches the oldest run.
  private Optional<String> watcher() throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select watcher from run order by asked_at limit 1")) {
      return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
