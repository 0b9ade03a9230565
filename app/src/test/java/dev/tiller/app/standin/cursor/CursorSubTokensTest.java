package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorSubTokensTest extends CursorStandInTestBase {

  private static final String SAM = "{\"forUserEmail\": \"sam.lee@acme.example\"}";

  @ParameterizedTest
  @ValueSource(strings = {SAM, "{\"forUserId\": 43}", "{\"forUserId\": \"43\"}"})
  void aServiceAccountGetsTokensForItsUsers(String body) throws IOException {
    var answer = make("crsr_service", body);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("expiresAt").asText()).isEqualTo("2026-11-22T11:00:00.000Z");
    assertThat(answer.json().path("userId").asInt()).isEqualTo(43);
    assertThat(answer.json().path("teamId").isNumber()).isTrue();
    var me = me(answer.json().path("accessToken").asText());
    assertThat(me.json().path("userEmail").asText()).isEqualTo("sam.lee@acme.example");
  }

  @Test
  void aTokenLivesForAnHour() throws IOException {
    var token = make("crsr_service", SAM).json().path("accessToken").asText();

    now = NOW.plus(Duration.ofHours(1).minusMillis(1));
    assertThat(me(token).status()).isEqualTo(200);
    now = NOW.plus(Duration.ofHours(1));
    assertThat(me(token).status()).isEqualTo(401);
  }

  @Test
  void otherKeysGetNone() throws IOException {
    var answer = make("crsr_test", SAM);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().at("/error/code").asText()).isEqualTo("service_account_required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"forUserEmail\": \"sam.lee@acme.example\", \"forUserId\": 43}",
        "{\"forUserEmail\": \"sam.lee@acme.example\", \"more\": 1}"
      })
  void theUserIsNamedInOneWay(String body) throws IOException {
    assertThat(make("crsr_service", body).status()).isEqualTo(400);
  }

  @Test
  void aStrangerGetsNone() throws IOException {
    assertThat(make("crsr_service", "{\"forUserId\": 99}").status()).isEqualTo(404);
  }

  private CursorClient.Answer make(String key, String body) throws IOException {
    return client.answer(as(key, "/v1/sub-tokens").POST(BodyPublishers.ofString(body)));
  }

  private CursorClient.Answer me(String key) throws IOException {
    return client.answer(as(key, "/v1/me"));
  }

  private HttpRequest.Builder as(String key, String path) {
    return HttpRequest.newBuilder(URI.create(cursor.url() + path))
        .header("Authorization", "Bearer " + key);
  }
}
