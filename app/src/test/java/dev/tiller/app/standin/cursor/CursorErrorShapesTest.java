package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CursorErrorShapesTest extends CursorStandInTestBase {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "USUAL | /v1/me | {\"error\": {\"code\": \"c\", \"message\": \"m\"}}",
        "USUAL | /v0/me | {\"error\": \"m\"}",
        "A | /v0/me | {\"error\": {\"code\": \"c\", \"message\": \"m\"}}",
        "B | /v1/me | {\"error\": \"m\"}",
        "C | /v1/me | {\"code\": \"c\", \"message\": \"m\"}",
        "E | /v1/me | {\"error\": \"Forbidden\", \"message\": \"m\"}"
      })
  void aRefusalCanHaveEachShape(ErrorShape shape, String path, String body) throws IOException {
    cursor.faults().next(Operation.ME, new Fault.Refuse(403, "c", "m", shape));

    var answer = client.get(path);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("X-Request-Id")).isNotEmpty();
    assertThat(answer.json()).isEqualTo(CursorClient.json(body));
  }

  @Test
  void aRefusalCanBeThatOfConnect() throws IOException {
    cursor.faults().next(Operation.ME, new Fault.RateLimited(Duration.ofSeconds(9), ErrorShape.D));

    var json = client.get("/v1/me").json();

    assertThat(json.path("code").asText()).isEqualTo("resource_exhausted");
    assertThat(json.at("/details/0/debug/details/isRetryable").asBoolean()).isTrue();
  }

  @Test
  void aRefusalCanBeAPageOfAGateway() throws IOException {
    cursor.faults().next(Operation.ME, new Fault.Refuse(502, "", "", ErrorShape.HTML));

    var answer = client.send(client.request("/v1/me"), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("content-type")).contains("text/html");
    assertThat(answer.body()).contains("<h1>502 Bad Gateway</h1>");
  }

  @Test
  void aRateLimitTellsItsFourHeaders() throws IOException {
    cursor.faults().next(Operation.ME, new Fault.RateLimited(Duration.ofSeconds(9)));

    var answer = client.get("/v1/me");

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.json().at("/error/code").asText()).isEqualTo("rate_limit_exceeded");
    assertThat(answer.header("Retry-After")).isEqualTo("9");
    assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("60");
    assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(answer.header("X-RateLimit-Reset"))
        .isEqualTo(String.valueOf(NOW.plusSeconds(9).getEpochSecond()));
  }
}
