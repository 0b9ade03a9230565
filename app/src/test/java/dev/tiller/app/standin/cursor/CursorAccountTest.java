package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.app.standin.Traffic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorAccountTest extends CursorStandInTestBase {

  @ParameterizedTest
  @ValueSource(strings = {"Bearer crsr_x", "bearer crsr_x", "Basic crsr_x:", "Basic crsr_x:any"})
  void aKeyIsTakenAsTokenOrUserName(String authorization) throws IOException {
    assertThat(me("/v1/me", authorization).status()).isEqualTo(200);
    assertThat(me("/v0/me", authorization).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer bad_key", "Basic bad_key:", "Basic :", "Digest x", "Bearer", ""})
  void otherKeysAreRefused(String authorization) throws IOException {
    for (var path : new String[] {"/v1/me", "/v0/me", "/v1/agents/bc-x/runs/run-x/stream"}) {
      var answer = me(path, authorization);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.json())
          .isEqualTo(
              CursorClient.json("{\"code\": \"error\", \"message\": \"Invalid User API key\"}"));
    }
  }

  @Test
  void aUserKeyHasAnOwner() throws IOException {
    assertThat(client.get("/v1/me").json())
        .isEqualTo(
            CursorClient.json(
                """
                {"apiKeyName": "Acme bot", "createdAt": "2026-01-05T09:00:00.000Z", "userId": 42,
                 "userEmail": "alex.rivera@acme.example", "userFirstName": "Alex",
                 "userLastName": "Rivera"}\
                """));
    assertThat(client.get("/v0/me").json())
        .isEqualTo(
            CursorClient.json(
                """
                {"apiKeyName": "Acme bot", "createdAt": "2026-01-05T09:00:00.000Z",
                 "userEmail": "alex.rivera@acme.example"}\
                """));
  }

  @Test
  void aServiceAccountHasNone() throws IOException {
    assertThat(me("/v1/me", "Bearer crsr_service").json().has("userEmail")).isFalse();
    assertThat(me("/v0/me", "Bearer crsr_service").status()).isEqualTo(404);
  }

  @Test
  void modelsAreObjectsOnV1AndNamesOnV0() throws IOException {
    var models = client.get("/v1/models").json().path("items");

    assertThat(models.findValuesAsText("displayName")).contains("Composer 2");
    assertThat(models.get(1).at("/parameters/0/values/0/value").asText()).isEqualTo("true");
    assertThat(models.get(1).at("/variants/0/isDefault").asBoolean()).isTrue();
    assertThat(models.get(0).has("aliases")).isFalse();
    assertThat(client.get("/v0/models").json())
        .isEqualTo(
            CursorClient.json(
                """
                {"models": ["default", "composer-2", "claude-4.6-sonnet-thinking",
                 "claude-4.6-opus", "gpt-5.3-codex"]}\
                """));
  }

  @Test
  void repositoriesAreListed() throws IOException {
    assertThat(client.get("/v1/repositories").json().path("items").get(0))
        .isEqualTo(CursorClient.json("{\"url\": \"https://github.com/acme/web\"}"));
    now = now.plus(Duration.ofMinutes(1));
    assertThat(client.get("/v0/repositories").json().path("repositories").get(0))
        .isEqualTo(
            CursorClient.json(
                """
                {"owner": "acme", "name": "web", "repository": "https://github.com/acme/web"}\
                """));
  }

  @ParameterizedTest
  @CsvSource({
    "#no-access, 400, repository_access",
    "#plan, 403, plan_required",
    "#limit, 400, usage_limit_exceeded"
  })
  void aLaunchIsRefusedAsItsPromptAsks(String word, int status, String code) throws IOException {
    var v1 = client.post("/v1/agents", "{\"prompt\": {\"text\": \"do it " + word + "\"}}");
    var v0 =
        client.post(
            "/v0/agents",
            """
            {"prompt": {"text": "do it %s"}, "source": {"repository": "github.com/acme/web"}}\
            """
                .formatted(word));

    assertThat(v1.status()).isEqualTo(status);
    assertThat(v1.json().at("/error/code").asText()).isEqualTo(code);
    assertThat(v0.status()).isEqualTo(status);
    assertThat(v0.json().path("error").asText()).isEqualTo(v1.json().at("/error/message").asText());
    assertThat(v0.json().path("code").asText()).isEqualTo(code);
    assertThat(cursor.agents()).isEmpty();
    assertThat(cursor.createCalls()).isEqualTo(2);
  }

  @Test
  void everyRequestIsInTheTraffic() throws IOException {
    client.post("/v1/agents", "{\"prompt\": {\"text\": \"x\"}}");
    client.get("/v1/agents?limit=500");

    assertThat(traffic.after(0))
        .satisfiesExactly(
            entry -> {
              assertThat(entry.service()).isEqualTo("cursor");
              assertThat(entry.direction()).isEqualTo(Traffic.Direction.RECEIVED);
              assertThat(entry.method()).isEqualTo("POST");
              assertThat(entry.path()).isEqualTo("/v1/agents");
              assertThat(entry.status()).isEqualTo(201);
              assertThat(entry.request()).isEqualTo("{\"prompt\": {\"text\": \"x\"}}");
              assertThat(entry.response()).contains("\"agent\"");
            },
            entry -> {
              assertThat(entry.path()).isEqualTo("/v1/agents?limit=500");
              assertThat(entry.status()).isEqualTo(400);
              assertThat(entry.response()).contains("validation_error");
            });
    assertThat(traffic.after(0).toString()).doesNotContain("crsr_");
  }

  @Test
  void aStreamIsInTheTrafficWhenItHasEnded() throws IOException {
    var made = running("x");
    cursor.finish(made.agent(), Ending.NOTHING);
    var stream = client.stream(made.runPath() + "/stream");

    await()
        .untilAsserted(() ->
            assertThat(traffic.after(0))
                .last()
                .satisfies(entry -> {
                  assertThat(entry.path()).isEqualTo(made.runPath() + "/stream");
                  assertThat(entry.response()).isEqualTo(stream);
                }));
  }

  private CursorClient.Answer me(String path, String authorization) throws IOException {
    var parts = authorization.split(" ", 2);
    var value =
        parts[0].equals("Basic")
            ? "Basic "
                + Base64.getEncoder().encodeToString(parts[1].getBytes(StandardCharsets.UTF_8))
            : authorization;
    return client.answer(
        HttpRequest.newBuilder(URI.create(cursor.url() + path))
            .header("Authorization", value)
            .GET());
  }
}
