package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CursorLimitsTest extends CursorStandInTestBase {

  private static final String LAUNCH = "{\"prompt\": {\"text\": \"x\"}}";

  @Override
  Options options() {
    return super.options().withQuotas(new Quotas(1, 3, 2, 0, 2, 0));
  }

  @Test
  void repositoriesAreListedOnceAMinute() throws IOException {
    assertThat(client.get("/v1/repositories").status()).isEqualTo(200);

    now = NOW.plus(Duration.ofSeconds(18));
    var refused = client.get("/v0/repositories");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.json()).isEqualTo(CursorClient.json("{\"error\": \"Rate limit exceeded\"}"));
    assertThat(refused.header("Retry-After")).isEqualTo("42");
    now = NOW.plus(Duration.ofMinutes(1));
    assertThat(client.get("/v1/repositories").status()).isEqualTo(200);
  }

  @Test
  void repositoriesAreListedSoOftenAnHour() throws IOException {
    for (int minute = 0; minute < 3; minute++) {
      now = NOW.plus(Duration.ofMinutes(minute));
      assertThat(client.get("/v1/repositories").status()).isEqualTo(200);
    }
    now = NOW.plus(Duration.ofMinutes(30));

    var refused = client.get("/v1/repositories");

    assertThat(refused.header("Retry-After")).isEqualTo("1800");
    assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("3");
    now = NOW.plus(Duration.ofHours(1));
    assertThat(client.get("/v1/repositories").status()).isEqualTo(200);
  }

  @Test
  void eachKeyHasItsOwnLimit() throws IOException {
    client.get("/v1/repositories");

    var other =
        client.answer(
            HttpRequest.newBuilder(URI.create(cursor.url() + "/v1/repositories"))
                .header("Authorization", "Bearer crsr_other"));

    assertThat(other.status()).isEqualTo(200);
  }

  @Test
  void filesAreListedSoOftenOnVersionZero() throws IOException {
    var made = running("x");
    client.get(made.v0() + "/artifacts");
    client.get(made.v0() + "/artifacts");

    assertThat(client.get(made.v0() + "/artifacts").status()).isEqualTo(429);
    assertThat(client.get(made.v0() + "/artifacts/download").status()).isEqualTo(400);
    assertThat(client.get(made.path() + "/artifacts").status()).isEqualTo(200);
  }

  @Test
  void onlySoManyAgentsAreAtWork() throws IOException {
    var made = running("x");
    running("y");

    assertThat(client.post("/v1/agents", LAUNCH).status()).isEqualTo(429);
    cursor.finish(made.agent(), Ending.NOTHING);
    assertThat(client.post("/v1/agents", LAUNCH).status()).isEqualTo(201);
  }
}
