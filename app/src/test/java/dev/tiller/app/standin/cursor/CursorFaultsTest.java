package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
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

  @Test
  void aStreamCanBeCutBetweenFrames() throws IOException {
    var made = finished();
    cursor.faults().next(Operation.STREAM, new Fault.CutStream(2, false));

    assertThat(client.brokenStream(made.runPath() + "/stream"))
        .endsWith("\n\n")
        .satisfies(text -> assertThat(frames(text)).hasSize(2));
    assertThat(client.stream(made.runPath() + "/stream")).endsWith("event: done\ndata: {}\n\n");
  }

  @Test
  void aStreamCanBeCutInsideAFrame() throws IOException {
    var made = finished();
    var whole = client.stream(made.runPath() + "/stream");
    cursor.faults().next(Operation.STREAM, new Fault.CutStream(2, true));

    var cut = client.brokenStream(made.runPath() + "/stream");

    assertThat(whole).startsWith(cut);
    assertThat(cut).doesNotEndWith("\n\n");
    assertThat(frames(cut)).hasSize(3);
  }

  @Test
  void aStreamCanBeUnavailableThoughTheRunIsHealthy() throws IOException {
    var made = running("x");
    cursor.faults().next(Operation.STREAM, new Fault.StreamUnavailable(1));

    var frames = SseFrames.parse(client.stream(made.runPath() + "/stream"));

    assertThat(frames)
        .extracting(SseFrames.Frame::event)
        .containsExactly("status", "error", "done");
    assertThat(frames.get(1).data().path("code").asText()).isEqualTo("stream_unavailable");
    assertThat(client.get(made.runPath()).json().path("status").asText()).isEqualTo("RUNNING");
    cursor.finish(made.agent(), Ending.NOTHING);
    assertThat(client.stream(made.runPath() + "/stream")).contains("event: result");
  }

  @Test
  void theStatusOfAStreamCanDisagreeWithItsResult() throws IOException {
    var made = running("x");
    cursor.finish(made.agent(), Ending.ERROR);
    cursor.faults().next(Operation.STREAM, new Fault.WrongStatus(RunStatus.FINISHED));

    var frames = SseFrames.parse(client.stream(made.runPath() + "/stream"));

    assertThat(frames.stream().filter(frame -> frame.event().equals("status")))
        .extracting(frame -> frame.data().path("status").asText())
        .containsExactly("FINISHED", "RUNNING", "FINISHED");
    assertThat(frames.stream().filter(frame -> frame.event().equals("result")))
        .extracting(frame -> frame.data().path("status").asText())
        .containsExactly("ERROR");
  }

  private Created finished() throws IOException {
    var made = running("x");
    cursor.finish(made.agent(), Ending.NOTHING);
    return made;
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

  private static String[] frames(String text) {
    return text.split("\n\n");
  }
}
