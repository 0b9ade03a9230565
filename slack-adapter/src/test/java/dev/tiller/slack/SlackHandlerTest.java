package dev.tiller.slack;

import static dev.tiller.slack.SlackInMiniature.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.tiller.core.chat.WebResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of the bytes that arrive, through the real Bolt app.
class SlackHandlerTest {

  final SlackInMiniature slack = start();

  SlackInMiniature start() {
    return new SlackInMiniature();
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void aMentionIsHandedInAndAcknowledgedWithoutAnyCallToSlackButTheLookUpBesideIt() {
    try (var log = new Logged()) {
      assertThat(slack.deliver(Fixtures.payload("app_mention")).status()).isEqualTo(200);

      assertThat(log.warnings()).isEmpty();
      assertThat(log.text()).doesNotContain("flaky");
    }
    assertThat(slack.bot.messages)
        .singleElement()
        .satisfies(message -> assertThat(message.text()).startsWith("fix the flaky login test"));
    assertThat(slack.api.calls()).allMatch(call -> call.method().equals("users.info"));
  }

  @Test
  void aRedeliveryAndThePairedEventAreTheSameValueAgain() {
    slack.deliver(Fixtures.payload("app_mention"));
    slack.deliver(Fixtures.payload("app_mention"));
    slack.deliver(Fixtures.payload("message_channel"));

    assertThat(slack.bot.messages).hasSize(3).containsOnly(slack.bot.messages.getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message_own",
        "message_other_bot",
        "message_changed",
        "message_deleted",
        "app_rate_limited"
      })
  void whatIsNotForTheBotIsAcknowledgedAndLeftAlone(String fixture) {
    assertThat(slack.deliver(Fixtures.payload(fixture)).status()).isEqualTo(200);

    assertThat(slack.bot.messages).isEmpty();
    assertThat(slack.api.calls()).isEmpty();
  }

  @Test
  void unknownFieldsEventsAndSubtypesDoNoHarm() {
    var grown = Fixtures.payload("app_mention");
    grown.add("future_field", JsonParser.parseString("{\"a\":[1,{}]}"));
    grown.getAsJsonObject("event").add("blocks", JsonParser.parseString("{\"no\":\"array\"}"));

    assertThat(slack.deliver(grown).status()).isEqualTo(200);
    for (var field : List.of("type", "subtype")) {
      var future = Fixtures.event("message_channel", e -> e.addProperty(field, "future_thing"));
      assertThat(slack.deliver(future).status()).as(field).isEqualTo(200);
    }

    assertThat(slack.bot.messages).hasSize(1);
  }

  @Test
  void theUrlCheckIsAnsweredWithItsChallenge() {
    var answer = slack.deliver(Fixtures.payload("url_verification"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("text/plain");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).startsWith("3eZbrw1aBm2r");
  }

  @Test
  void aWrongAnOldAndAMissingSignatureAreTurnedAway() {
    for (var name : List.of("app_mention", "url_verification")) {
      var body = Fixtures.payload(name).toString();
      long old = NOW - 301;

      assertThat(slack.deliver(body, NOW, "v0=" + "0".repeat(64)).status()).isEqualTo(401);
      assertThat(slack.deliver(body, old, slack.sign(body, old)).status()).isEqualTo(401);
      assertThat(slack.deliver(body, NOW, slack.sign(body, old)).status()).isEqualTo(401);
      assertThat(slack.deliver(body, Map.of()).status()).isEqualTo(401);
    }
    assertThat(slack.bot.messages).isEmpty();
  }

  @Test
  void aChangedBodyIsTurnedAway() {
    var body = Fixtures.payload("app_mention").toString();

    assertThat(slack.deliver(body.replace("fix", "fit"), NOW, slack.sign(body, NOW)).status())
        .isEqualTo(401);
  }

  @Test
  void anOversizedBodyIsTurnedAway() {
    var body = " ".repeat(1024 * 1024 - 2) + "{}";

    assertThat(slack.deliver(body).status()).isNotEqualTo(413);
    assertThat(slack.deliver(body + " ").status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "private words",
        "{\"text\":\"private words\"}",
        "{\"type\":\"event_callback\"}",
        "{\"type\":\"event_callback\",\"event\":\"private words\"}",
        "{\"type\":\"url_verification\"}",
        "{\"type\":7}",
        "payload=private+words",
        "payload=%zz",
        "payload=%7B%22type%22%3A%22block_actions%22%7D",
        "payload=%7B%22type%22%3A%22view_submission%22%2C%22view%22%3A7%7D",
        "%zz=1&=&&"
      })
  void aMalformedBodyIsAnsweredWithoutShowingItInTheLog(String body) {
    try (var log = new Logged()) {
      assertThat(slack.deliver(body).status()).isEqualTo(400);

      assertThat(log.text()).doesNotContain("private words");
    }
  }

  @Test
  void deeplyNestedJsonIsMalformed() {
    var body = "{\"a\":".repeat(100_000);

    assertThat(slack.deliver(body).status()).isEqualTo(400);
  }

  @Test
  void whatSlackSendsOfKindsWeDoNotUseIsAcknowledgedQuietly() {
    try (var log = new Logged()) {
      for (var type : List.of("shortcut", "message_action", "view_closed", "future_interaction")) {
        var payload = Fixtures.payload("view_submission");
        payload.addProperty("type", type);
        payload.addProperty("callback_id", "private words");
        assertThat(slack.interact(payload).status()).as(type).isEqualTo(200);
      }
      assertThat(slack.deliver("command=%2Ftiller&text=private+words&user_id=U0ANN"))
          .extracting(WebResponse::status)
          .isEqualTo(200);

      assertThat(log.text()).doesNotContain("private words");
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  void whatBoltHasNoListenerForIsAcknowledged() {
    for (var type : List.of("interactive_message", "dialog_submission", "dialog_cancellation")) {
      var payload = Fixtures.payload("view_submission");
      payload.addProperty("type", type);
      payload.addProperty("callback_id", "old");
      assertThat(slack.interact(payload).status()).as(type).isEqualTo(200);
    }
    var twoActions = Fixtures.payload("block_actions");
    var actions = twoActions.getAsJsonArray("actions");
    actions.add(actions.get(0).deepCopy());
    assertThat(slack.interact(twoActions).status()).isEqualTo(200);
  }

  @Test
  void whatCouldNotBeKeptIsDeliveredAgain() {
    slack.bot.broken = true;
    try (var log = new Logged()) {
      assertThat(slack.deliver(Fixtures.payload("app_mention")).status()).isEqualTo(503);
      assertThat(slack.interact(Fixtures.payload("block_actions")).status()).isEqualTo(503);

      assertThat(log.text()).contains("IllegalStateException").doesNotContain("private words");
    }

    slack.bot.broken = false;
    assertThat(slack.deliver(Fixtures.payload("app_mention")).status()).isEqualTo(200);
    assertThat(slack.bot.messages).hasSize(1);
  }
}
