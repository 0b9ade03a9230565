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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A stand-in for Cursor and a receiver of its webhooks.
abstract class CursorWebhooksTestBase extends CursorStandInTestBase {

  static final String SECRET = "0123456789abcdef0123456789abcdef";

  record Delivery(String id, String event, String agent, Optional<String> signature, byte[] body) {

    JsonNode json() {
      return CursorClient.json(new String(body, StandardCharsets.UTF_8));
    }
  }

  final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  volatile IntUnaryOperator answers = _ -> 200;
  HttpServer receiver;

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

  Delivery theOnlyDelivery() {
    await().until(() -> sent() > 0);
    assertThat(deliveries).hasSize(1);
    return deliveries.getFirst();
  }

  long sent() {
    return traffic.after(0).stream()
        .filter(entry -> entry.direction() == Traffic.Direction.SENT)
        .count();
  }

  String launch(String prompt, boolean secret) throws IOException {
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
