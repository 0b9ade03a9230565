package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.app.http.HttpServer;
import dev.tiller.app.http.Routes;
import dev.tiller.app.standin.Traffic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntUnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CursorWebhooksTest extends CursorStandInTestBase {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  private record Delivery(
      String id, String event, String agent, Optional<String> signature, byte[] body) {

    JsonNode json() {
      return CursorClient.json(new String(body, StandardCharsets.UTF_8));
    }
  }

  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private volatile IntUnaryOperator answers = _ -> 200;
  private HttpServer receiver;

  @Override
  Options options() {
    return super.options().withWebhookRetries(Duration.ofMillis(5), Duration.ofMillis(10));
  }

  @BeforeEach
  void startReceiver() throws IOException {
    var routes =
        Routes.builder()
            .post(
                "/hook",
                exchange -> {
                  deliveries.add(
                      new Delivery(
                          exchange.header("x-webhook-id").orElse(""),
                          exchange.header("x-webhook-event").orElse(""),
                          exchange.header("user-agent").orElse(""),
                          exchange.header("x-webhook-signature"),
                          exchange.body()));
                  exchange.respond(answers.applyAsInt(deliveries.size()));
                })
            .build();
    receiver = HttpServer.start("127.0.0.1", 0, routes);
  }

  @AfterEach
  void stopReceiver() {
    receiver.close();
  }

  @Test
  void aFinishedAgentIsToldWithASignature() throws Exception {
    var agent = launch("fix the login bug", true);

    cursor.finish(agent, Ending.PULL_REQUEST);

    var delivery = theOnlyDelivery();
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertThat(delivery.signature())
        .contains("sha256=" + HexFormat.of().formatHex(mac.doFinal(delivery.body())));
    assertThat(delivery.event()).isEqualTo("statusChange");
    assertThat(delivery.agent()).isEqualTo("Cursor-Agent-Webhook/1.0");
    assertThat(delivery.id()).isNotEmpty();
    assertThat(delivery.json())
        .isEqualTo(
            CursorClient.json(
                """
                {"event": "statusChange", "timestamp": "%1$s", "id": "%2$s",
                 "name": "Fix the login bug", "status": "FINISHED",
                 "source": {"repository": "github.com/acme/web", "ref": "main"},
                 "target": {"url": "https://cursor.com/agents?id=%2$s",
                   "branchName": "tiller/abc", "prUrl": "https://github.com/acme/web/pull/1"},
                 "summary": %3$s, "createdAt": "%1$s"}\
                """
                    .formatted(
                        NOW_TEXT,
                        agent,
                        client.get("/v0/agents/" + agent).json().path("summary"))));
  }

  @Test
  void withoutASecretThereIsNoSignature() throws IOException {
    var agent = launch("x", false);

    cursor.finish(agent, Ending.NOTHING);

    assertThat(theOnlyDelivery().signature()).isEmpty();
  }

  @Test
  void anErrorIsToldWithoutSummary() throws IOException {
    var agent = launch("x", true);

    cursor.finish(agent, Ending.ERROR);

    var json = theOnlyDelivery().json();
    assertThat(json.path("status").asText()).isEqualTo("ERROR");
    assertThat(json.has("summary")).isFalse();
    assertThat(json.at("/target").has("prUrl")).isFalse();
  }

  @Test
  void anExpiredOrStoppedRunIsNotTold() throws IOException {
    var stopped = launch("x", true);
    client.post("/v0/agents/" + stopped + "/stop");
    cursor.finish(launch("y", true), Ending.EXPIRED);

    var told = launch("z", true);
    cursor.finish(told, Ending.NOTHING);

    assertThat(theOnlyDelivery().json().path("id").asText()).isEqualTo(told);
  }

  @Test
  void aFollowUpIsToldAgain() throws IOException {
    var agent = launch("x", true);
    cursor.finish(agent, Ending.PULL_REQUEST);
    client.post("/v0/agents/" + agent + "/followup", "{\"prompt\": {\"text\": \"y\"}}");
    cursor.finish(agent, Ending.NOTHING);

    await().until(() -> deliveries.size() == 2);
    assertThat(deliveries)
        .extracting(delivery -> delivery.json().at("/target/prUrl").asText())
        .containsOnly("https://github.com/acme/web/pull/1");
  }

  @Test
  void aRefusedDeliveryIsRepeatedWithAFreshId() throws IOException {
    answers = count -> count < 3 ? 500 : 204;

    cursor.finish(launch("x", true), Ending.NOTHING);

    await().until(() -> sent() == 3);
    assertThat(deliveries).extracting(Delivery::id).doesNotHaveDuplicates();
    assertThat(deliveries).extracting(Delivery::body).containsOnly(deliveries.getFirst().body());
  }

  @Test
  void deliveriesEndWithTheLastDelay() throws IOException {
    answers = _ -> 503;
    cursor.finish(launch("x", true), Ending.NOTHING);
    await().until(() -> sent() == 3);

    answers = _ -> 200;
    cursor.finish(launch("y", true), Ending.NOTHING);

    await().until(() -> sent() == 4);
    assertThat(deliveries).hasSize(4);
  }

  @Test
  void aReceiverThatIsNotThereIsTriedAgain() throws IOException {
    var agent = launch("x", true);
    receiver.close();

    cursor.finish(agent, Ending.NOTHING);

    await().until(() -> sent() == 3);
    assertThat(traffic.after(0)).last().extracting(Traffic.Entry::status).isEqualTo(0);
  }

  @Test
  void anEndingCanBeToldTwice() throws IOException {
    cursor.faults().next(Operation.WEBHOOK, new Fault.RepeatedWebhook(2));

    cursor.finish(launch("x", true), Ending.NOTHING);

    await().until(() -> sent() == 2);
    assertThat(deliveries).extracting(Delivery::id).doesNotHaveDuplicates();
  }

  @Test
  void anEndingCanRemainUntold() throws IOException {
    cursor.faults().next(Operation.WEBHOOK, new Fault.LostWebhook());
    cursor.finish(launch("x", true), Ending.NOTHING);
    var told = launch("y", true);
    cursor.finish(told, Ending.NOTHING);

    assertThat(theOnlyDelivery().json().path("id").asText()).isEqualTo(told);
  }

  @Test
  void anEndingCanBeToldBeforeTheLaunchIsAnswered() throws IOException {
    cursor.faults().next(Operation.CREATE_AGENT, new Fault.WebhookFirst());

    var agent = launch("x", true);

    assertThat(deliveries).hasSize(1);
    assertThat(deliveries.getFirst().json().path("id").asText()).isEqualTo(agent);
    assertThat(traffic.after(0))
        .extracting(Traffic.Entry::direction)
        .containsExactly(Traffic.Direction.SENT, Traffic.Direction.RECEIVED);
  }

  @Test
  void endingsCanBeToldInTheWrongOrder() throws IOException {
    cursor.faults().next(Operation.WEBHOOK, new Fault.SwappedWebhook());
    var agent = launch("x", true);
    cursor.finish(agent, Ending.ERROR);
    client.post("/v0/agents/" + agent + "/followup", "{\"prompt\": {\"text\": \"y\"}}");

    cursor.finish(agent, Ending.NOTHING);

    await().until(() -> deliveries.size() == 2);
    assertThat(deliveries)
        .extracting(delivery -> delivery.json().path("status").asText())
        .containsExactly("FINISHED", "ERROR");
  }

  @Test
  void anEndingCanBeToldLate() throws IOException {
    cursor.faults().next(Operation.WEBHOOK, new Fault.Slow(Duration.ofMillis(300), Duration.ZERO));
    var late = launch("x", true);
    var prompt = launch("y", true);

    cursor.finish(late, Ending.NOTHING);
    cursor.finish(prompt, Ending.NOTHING);

    await().until(() -> deliveries.size() == 2);
    assertThat(deliveries)
        .extracting(delivery -> delivery.json().path("id").asText())
        .containsExactly(prompt, late);
  }

  private Delivery theOnlyDelivery() {
    await().until(() -> sent() > 0);
    assertThat(deliveries).hasSize(1);
    return deliveries.getFirst();
  }

  private long sent() {
    return traffic.after(0).stream()
        .filter(entry -> entry.direction() == Traffic.Direction.SENT)
        .count();
  }

  private String launch(String prompt, boolean secret) throws IOException {
    var answer =
        client.post(
            "/v0/agents",
            """
            {"prompt": {"text": "%s"},
             "source": {"repository": "https://github.com/acme/web", "ref": "main"},
             "target": {"autoCreatePr": true, "branchName": "tiller/abc"},
             "webhook": {"url": "http://127.0.0.1:%d/hook"%s}}\
            """
                .formatted(
                    prompt, receiver.port(), secret ? ", \"secret\": \"" + SECRET + "\"" : ""));
    assertThat(answer.json().path("status").asText()).isEqualTo("CREATING");
    return answer.json().path("id").asText();
  }
}
