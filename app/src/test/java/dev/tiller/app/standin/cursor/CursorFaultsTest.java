package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CursorFaultsTest extends CursorStandInTestBase {

  private static final String BODY =
      "{\"prompt\": {\"text\": \"x\"}, \"agentId\": \"bc-00000000-0000-0000-0000-000000000001\"}";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void anAnswerCanComeFromElsewhere() throws IOException {
    cursor
        .faults()
        .next(
            Operation.CREATE_AGENT,
            new Fault.Answer(429, "text/html", "<html>", Map.of("Retry-After", "7")));

    var answer =
        client.send(
            client.request("/v1/agents").POST(BodyPublishers.ofString(BODY)),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("7");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html");
    assertThat(answer.body()).isEqualTo("<html>");
    assertThat(cursor.agents()).isEmpty();
    assertThat(client.post("/v1/agents", BODY).status()).isEqualTo(201);
  }

  @Test
  void theConnectionCanBreakBeforeAnythingHappens() {
    cursor.faults().next(Operation.CREATE_AGENT, new Fault.ConnectionReset());

    assertThatThrownBy(() -> client.post("/v1/agents", BODY)).isInstanceOf(IOException.class);

    assertThat(cursor.agents()).isEmpty();
    assertThat(cursor.createCalls()).isOne();
  }

  @Test
  void aBodyCanBreakOff() throws IOException {
    cursor.faults().next(Operation.MODELS, new Fault.TruncatedBody());

    var broken = client.brokenAnswer("/v1/models");

    var whole = client.get("/v1/models");
    assertThat(broken).startsWith("HTTP/1.1 200");
    assertThat(broken).contains("Content-Length: " + whole.raw().body().length());
    assertThat(broken).endsWith(whole.raw().body().substring(0, whole.raw().body().length() / 2));
  }

  @Test
  void aCancelCanFailAndLeaveTheRunRunning() throws IOException {
    var made = running("x");
    cursor.faults().next(Operation.CANCEL, new Fault.Refuse(500, "internal_error"));

    assertThat(client.post(made.runPath() + "/cancel").status()).isEqualTo(500);
    assertThat(client.get(made.runPath()).json().path("status").asText()).isEqualTo("RUNNING");
    assertThat(client.post(made.runPath() + "/cancel").status()).isEqualTo(200);
  }

  @Test
  void aRunCanEndOtherwiseThanItsPromptAsks() throws IOException {
    cursor.pace(Pace.quick());
    cursor.faults().next(Operation.CREATE_AGENT, new Fault.RunEnds(Ending.ERROR));
    var made = create("x");
    awaitStatus(made, "ERROR");

    assertThat(client.get(made.runPath()).json().has("result")).isFalse();
    var again = client.post(made.path() + "/runs", "{\"prompt\": {\"text\": \"y\"}}").json();
    awaitStatus(new Created(made.agent(), again.at("/run/id").asText()), "FINISHED");
  }

  @Test
  void aStatusCanBeOneThatNobodyKnows() throws IOException {
    var made = running("x");
    cursor.faults().next(Operation.GET_RUN, new Fault.OddStatus("PAUSED"));
    cursor.faults().next(Operation.GET_AGENT, 2, new Fault.OddStatus("SNOOZING"));

    assertThat(client.get(made.runPath()).json().path("status").asText()).isEqualTo("PAUSED");
    assertThat(client.get(made.path()).json().path("status").asText()).isEqualTo("SNOOZING");
    assertThat(client.get(made.v0()).json().path("status").asText()).isEqualTo("SNOOZING");
    assertThat(client.get(made.runPath()).json().path("status").asText()).isEqualTo("RUNNING");
  }

  @Test
  void anAnswerCanHaveFieldsThatNobodyKnows() throws IOException {
    cursor.faults().next(Operation.MODELS, new Fault.ExtraFields());

    var models = client.get("/v1/models").json();

    assertThat(models.path("addedLater").asBoolean()).isTrue();
    assertThat(models.at("/items/0/addedLater").asBoolean()).isTrue();
    assertThat(models.at("/items/0/id").asText()).isEqualTo("default");
  }

  @Test
  void aFileCanBeUnreachable() throws IOException {
    var made = running("x");
    cursor.finish(made.agent(), Ending.NOTHING);
    var path = made.path() + "/artifacts/download?path=artifacts/report.md";
    var url = URI.create(client.get(path).json().path("url").asText());
    cursor.faults().next(Operation.FILE, new Fault.Refuse(503, ""));

    assertThat(client.send(HttpRequest.newBuilder(url), BodyHandlers.ofString()).statusCode())
        .isEqualTo(503);
    assertThat(client.send(HttpRequest.newBuilder(url), BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aFaultHitsTheNthCallOfItsOperation() throws IOException {
    cursor.faults().nth(Operation.ME, 3, new Fault.Answer(500, "{}"));
    client.get("/v1/models");

    assertThat(statuses(4)).containsExactly(200, 200, 500, 200);
  }

  @Test
  void aFaultHitsTheNextCalls() throws IOException {
    cursor.faults().next(Operation.ME, 2, new Fault.Answer(500, "{}"));

    assertThat(statuses(3)).containsExactly(500, 500, 200);
  }

  @Test
  void faultsCanBeTakenBack() throws IOException {
    cursor.faults().next(Operation.ME, new Fault.Answer(500, "{}"));
    cursor.faults().clear();

    assertThat(statuses(1)).containsExactly(200);
  }

  @Test
  void anAnswerCanBeLostAfterItsEffect() throws IOException {
    cursor.faults().next(Operation.CREATE_AGENT, new Fault.LostAnswer());

    assertThatThrownBy(() -> client.post("/v1/agents", BODY)).isInstanceOf(IOException.class);

    assertThat(cursor.agents()).hasSize(1);
    assertThat(traffic.after(0)).last().satisfies(entry -> assertThat(entry.status()).isZero());
    assertThat(client.post("/v1/agents", BODY).json().at("/error/code").asText())
        .isEqualTo("agent_id_conflict");
  }

  @Test
  void anAnswerCanBeSlowAfterItsEffect() {
    cursor.faults().next(Operation.CREATE_AGENT, new Fault.Slow(Duration.ZERO, MINUTE));

    assertTimesOut();

    await().until(() -> cursor.agents().size() == 1);
  }

  @Test
  void anEffectCanComeAfterTheClientGaveUp() {
    cursor.faults().next(Operation.CREATE_AGENT, new Fault.Slow(MINUTE, Duration.ZERO));

    assertTimesOut();

    assertThat(cursor.agents()).isEmpty();
    cursor.close(); // which ends what is slow
    assertThat(cursor.agents()).hasSize(1);
  }

  private int[] statuses(int calls) throws IOException {
    var statuses = new int[calls];
    for (int i = 0; i < calls; i++) {
      statuses[i] = client.get("/v1/me").status();
    }
    return statuses;
  }

  private void assertTimesOut() {
    assertThatThrownBy(() ->
            client.answer(
                client
                    .request("/v1/agents")
                    .timeout(Duration.ofMillis(250))
                    .POST(BodyPublishers.ofString(BODY))))
        .isInstanceOf(HttpTimeoutException.class);
  }
}
