package dev.tiller.app.standin.cursor;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.app.standin.Traffic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A stand-in whose runs are driven by the test and whose clock does not move by itself.
abstract class CursorStandInTestBase {

  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  static final String NOW_TEXT = "2026-11-22T10:00:00.000Z";

  volatile Instant now = NOW;
  final Traffic traffic = new Traffic(InstantSource.system());
  CursorStandIn cursor;
  CursorClient client;

  Options options() {
    return Options.playground().withPace(Pace.manually()).withClock(() -> now);
  }

  @BeforeEach
  void startStandIn() throws IOException {
    cursor = CursorStandIn.start("127.0.0.1", 0, options(), traffic);
    client = new CursorClient(cursor.url());
  }

  @AfterEach
  void stopStandIn() {
    cursor.close();
  }

  /// An agent with a pull request at its end, made on v1 and running.
  Created running(String prompt) throws IOException {
    var created = create(prompt);
    awaitStatus(created, "RUNNING");
    return created;
  }

  Created create(String prompt) throws IOException {
    var body =
        """
        {"prompt": {"text": "%s"}, "repos": [{"url": "https://github.com/acme/web"}],
         "autoCreatePR": true}\
        """
            .formatted(prompt);
    return Created.of(client.post("/v1/agents", body).json());
  }

  void awaitStatus(Created created, String status) {
    await()
        .pollInterval(Duration.ofMillis(5))
        .until(() -> client.get(created.runPath()).json().path("status").asText().equals(status));
  }

  record Created(String agent, String run) {

    static Created of(JsonNode answer) {
      return new Created(
          answer.path("agent").path("id").asText(), answer.path("run").path("id").asText());
    }

    String path() {
      return "/v1/agents/" + agent;
    }

    String runPath() {
      return path() + "/runs/" + run;
    }

    String v0() {
      return "/v0/agents/" + agent;
    }
  }
}
