package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.app.standin.Traffic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class CursorWebhooksTest extends CursorWebhooksTestBase {

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
}
