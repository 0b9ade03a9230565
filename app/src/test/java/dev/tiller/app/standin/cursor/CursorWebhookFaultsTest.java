package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.app.standin.Traffic;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CursorWebhookFaultsTest extends CursorWebhooksTestBase {

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
}
