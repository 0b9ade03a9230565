package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Socket Mode, as any client sees it.
class SlackSocketsTest {

  private final List<SocketClient> clients = new ArrayList<>();
  private SlackKit kit;

  @BeforeEach
  void start() throws IOException {
    kit = new SlackKit(Duration.ofMillis(300));
  }

  @AfterEach
  void stop() {
    clients.forEach(SocketClient::close);
    kit.close();
  }

  private ObjectNode open(String token) throws IOException {
    var request =
        Wire.postJson(kit.slack.apiUrl().resolve("apps.connections.open"), object())
            .header("Authorization", "Bearer " + token);
    return Wire.json(Wire.send(request));
  }

  private String address() throws IOException {
    return open(SlackSettings.playground().appToken()).path("url").asText();
  }

  private SocketClient client() throws IOException {
    int before = kit.slack.sockets().open();
    var client = new SocketClient(address());
    clients.add(client);
    await()
        .until(() ->
            client.closed.isDone()
                || (kit.slack.sockets().open() > before && !client.heard.isEmpty()));
    return client;
  }

  @ParameterizedTest
  @CsvSource({"xoxb-stand-in, not_allowed_token_type", "xapp-other, invalid_auth"})
  void onlyTheAppLevelTokenOpensSockets(String token, String error) throws IOException {
    assertThat(open(token).path("error").asText()).isEqualTo(error);
  }

  @Test
  void theAppLevelTokenOpensNothingElse() throws IOException {
    var request =
        Wire.postJson(kit.slack.apiUrl().resolve("auth.test"), object())
            .header("Authorization", "Bearer " + SlackSettings.playground().appToken());

    assertThat(Wire.json(Wire.send(request)).path("error").asText())
        .isEqualTo("not_allowed_token_type");
  }

  @Test
  void anAddressServesOnce() throws IOException {
    var address = address();
    clients.add(new SocketClient(address));

    assertThatThrownBy(() -> new SocketClient(address)).isInstanceOf(CompletionException.class);
    assertThatThrownBy(() -> new SocketClient(address.replaceAll("ticket=.*", "ticket=NONE")))
        .isInstanceOf(CompletionException.class);
  }

  @Test
  void withASocketOpenEventsComeThroughItAndNotByHttp() throws IOException {
    var client = client();

    kit.say("C0WEB", "@tiller hello");

    await().until(() -> client.heard("events_api").size() == 2);
    assertThat(client.heard.getFirst().path("type").asText()).isEqualTo("hello");
    var envelope = client.heard("events_api").getFirst();
    assertThat(envelope.path("retry_attempt").asInt()).isZero();
    assertThat(envelope.path("payload").path("type").asText()).isEqualTo("event_callback");
    assertThat(kit.bot.received()).isEmpty();
    await().until(kit.slack::idle);
  }

  @Test
  void eachEnvelopeGoesToOneOfTheSockets() throws IOException {
    var one = client();
    var other = client();

    for (int i = 0; i < 4; i++) {
      kit.say("C0WEB", "hello " + i);
    }

    await().until(kit.slack::idle);
    assertThat(one.heard("events_api")).hasSize(2);
    assertThat(other.heard("events_api")).hasSize(2);
  }

  @Test
  void whatIsNotAcknowledgedComesAgainAndSaysSo() throws IOException {
    var client = client();
    client.acknowledging = false;

    kit.say("C0WEB", "hello");
    await().until(() -> client.heard("events_api").size() == 1);
    client.acknowledging = true;

    await().until(kit.slack::idle);
    assertThat(client.heard("events_api"))
        .extracting(envelope -> envelope.path("retry_attempt").asInt())
        .startsWith(0, 1);
  }

  @Test
  void theEleventhSocketIsTurnedAway() throws IOException {
    for (int i = 0; i < 10; i++) {
      client();
    }

    var eleventh = client();

    await().until(() -> !eleventh.heard("disconnect").isEmpty());
    assertThat(eleventh.heard.getFirst().path("reason").asText()).isEqualTo("too_many_websockets");
    assertThat(kit.slack.sockets().open()).isEqualTo(10);
  }

  @Test
  void aRefreshIsAnnouncedAndTheSocketClosedALittleLater() throws IOException {
    var client = client();

    kit.slack.sockets().refresh();

    await().until(() -> !client.heard("disconnect").isEmpty());
    assertThat(client.heard("disconnect").getFirst().path("reason").asText())
        .isEqualTo("refresh_requested");
    assertThat(client.closed).isNotDone();
    await().until(client.closed::isDone);
  }

  @Test
  void aSilentSocketStaysOpenAndAnswersNothing() throws IOException {
    var client = client();
    client.ping();
    await().until(() -> client.pongs.get() == 1);

    kit.slack.sockets().fallSilent();
    client.ping();
    kit.say("C0WEB", "hello");

    await().until(kit.slack::idle);
    assertThat(client.heard("events_api")).isEmpty();
    assertThat(client.pongs).hasValue(1);
    assertThat(client.closed).isNotDone();
  }

  @Test
  void aBrokenSocketIsGoneAndHttpTakesOver() throws IOException {
    var client = client();

    kit.slack.sockets().breakOff();
    await().until(() -> client.closed.isDone() && kit.slack.sockets().open() == 0);
    kit.say("C0WEB", "hello");

    await().until(() -> !kit.bot.received().isEmpty());
  }
}
