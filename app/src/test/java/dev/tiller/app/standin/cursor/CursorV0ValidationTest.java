package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.standin.Traffic;
import java.io.IOException;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What v0 refuses. The bodies are written with ' instead of ".
class CursorV0ValidationTest {

  private static CursorStandIn cursor;
  private static CursorClient client;

  @BeforeAll
  static void start() throws IOException {
    cursor =
        CursorStandIn.start(
            "127.0.0.1",
            0,
            Options.playground().withPace(Pace.manually()),
            new Traffic(InstantSource.system()));
    client = new CursorClient(cursor.url());
  }

  @AfterAll
  static void stop() {
    cursor.close();
  }

  private static final String UUID = "00000000-0000-0000-0000-000000000001";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'name': 'x'",
        "'agentId': 'bc-$UUID'",
        "'model': {'id': 'composer-2'}",
        "'model': 'gpt-1'",
        "'target': {'autoCreatePR': true}",
        "'target': {'branchName': ''}",
        "'webhook': {}",
        "'webhook': {'url': 'nowhere'}",
        "'webhook': {'url': 'https://example.com', 'secret': 'short'}",
        "'webhook': {'url': 'https://example.com/$LONG'}",
        "'webhookUrl': 'https://example.com'"
      })
  void v0Refuses(String fields) throws IOException {
    var body =
        "{'prompt': {'text': 'x'}, 'source': {'repository': 'https://github.com/acme/web'}, "
            + fields.replace("$UUID", UUID).replace("$LONG", "x".repeat(2048))
            + "}";

    var answer = client.post("/v0/agents", body.replace('\'', '"'));

    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
    assertThat(answer.json().path("error").isTextual()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'repository': 'acme/web'}",
        "{'repository': 'https://github.com/acme/web', 'branch': 'main'}",
        "{'prUrl': 'https://github.com/acme/web'}"
      })
  void v0RefusesASourceThatNamesNothing(String source) throws IOException {
    var body = "{'prompt': {'text': 'x'}, 'source': " + source + "}";

    assertThat(client.post("/v0/agents", body.replace('\'', '"')).status()).isEqualTo(400);
  }

  @Test
  void v0RefusesAMalformedAgentId() throws IOException {
    var answer = client.get("/v0/agents/nobody");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json())
        .isEqualTo(CursorClient.json("{\"error\": \"Invalid agent ID format\"}"));
  }
}
