package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Ask.Answer.Open;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.Receipt;
import dev.tiller.core.chat.WebHandler;
import dev.tiller.core.chat.WebRequest;
import dev.tiller.core.chat.WebResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The real Bolt app, from signed bytes to the core and back.
class SlackHandlerTest {

  private static final long NOW = 1_763_800_001;
  private static final Form FORM =
      new Form(
          new ActionKey("follow-up", "run-1"),
          "n-1",
          "Add follow-up",
          "Send",
          List.of(new Form.TextField("prompt", "What next?", "", "", true, false, 2_000)));

  private final RecordingSlack slack = new RecordingSlack();
  private final RecordingBot bot = new RecordingBot();
  private final InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(NOW));
  private final SlackAdapter adapter = new SlackAdapter(slack.settings(), clock);
  private final SlackSignature signature =
      new SlackSignature(slack.settings().signingSecret(), clock);
  private WebHandler handler;

  @BeforeEach
  void start() {
    handler = adapter.handler(bot, bot);
  }

  @AfterEach
  void stop() {
    adapter.close();
    slack.close();
  }

  @Test
  void aMentionIsHandedInAndAcknowledgedWithoutAnyCallToSlack() {
    assertThat(deliver(Fixtures.payload("app_mention")).status()).isEqualTo(200);

    assertThat(bot.messages)
        .singleElement()
        .satisfies(message -> assertThat(message.text()).startsWith("fix the flaky login test"));
    assertThat(slack.calls()).isEmpty();
  }

  @Test
  void aRedeliveryAndThePairedEventAreTheSameValueAgain() {
    deliver(Fixtures.payload("app_mention"));
    deliver(Fixtures.payload("app_mention"));
    deliver(Fixtures.payload("message_channel"));

    assertThat(bot.messages).hasSize(3).containsOnly(bot.messages.getFirst());
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
    assertThat(deliver(Fixtures.payload(fixture)).status()).isEqualTo(200);

    assertThat(bot.messages).isEmpty();
    assertThat(slack.calls()).isEmpty();
  }

  @Test
  void unknownFieldsEventsAndSubtypesDoNoHarm() {
    var grown = Fixtures.payload("app_mention");
    grown.add("future_field", JsonParser.parseString("{\"a\":[1,{}]}"));
    grown.getAsJsonObject("event").add("blocks", JsonParser.parseString("{\"no\":\"array\"}"));

    assertThat(deliver(grown).status()).isEqualTo(200);
    for (var field : List.of("type", "subtype")) {
      var future = Fixtures.event("message_channel", e -> e.addProperty(field, "future_thing"));
      assertThat(deliver(future).status()).as(field).isEqualTo(200);
    }

    assertThat(bot.messages).hasSize(1);
  }

  @Test
  void theUrlCheckIsAnsweredWithItsChallenge() {
    var answer = deliver(Fixtures.payload("url_verification"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("text/plain");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).startsWith("3eZbrw1aBm2r");
  }

  @Test
  void aWrongAnOldAndAMissingSignatureAreTurnedAway() {
    for (var name : List.of("app_mention", "url_verification")) {
      var body = Fixtures.payload(name).toString().getBytes(StandardCharsets.UTF_8);
      var old = String.valueOf(NOW - 301);

      assertThat(handler.handle(request(body, NOW, "v0=" + "0".repeat(64))).status())
          .isEqualTo(401);
      assertThat(handler.handle(request(body, NOW - 301, signature.sign(old, body))).status())
          .isEqualTo(401);
      assertThat(
              handler
                  .handle(new WebRequest("POST", "/slack/events", "", Map.of(), body, "127.0.0.1"))
                  .status())
          .isEqualTo(401);
    }
    assertThat(bot.messages).isEmpty();
  }

  @Test
  void aChangedBodyIsTurnedAway() {
    var signed = signed(Fixtures.payload("app_mention").toString());
    signed.body()[20] ^= 1;

    assertThat(handler.handle(signed).status()).isEqualTo(401);
  }

  @Test
  void anOversizedBodyIsTurnedAway() {
    var body = " ".repeat(1024 * 1024 - 2) + "{}";

    assertThat(handler.handle(signed(body)).status()).isNotEqualTo(413);
    assertThat(handler.handle(signed(body + " ")).status()).isEqualTo(413);
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
      assertThat(handler.handle(signed(body)).status()).isEqualTo(400);

      assertThat(log.text()).doesNotContain("private words");
    }
  }

  @Test
  void deeplyNestedJsonIsMalformed() {
    var body = "{\"a\":".repeat(100_000);

    assertThat(handler.handle(signed(body)).status()).isEqualTo(400);
  }

  @Test
  void whatSlackSendsOfKindsWeDoNotUseIsAcknowledgedQuietly() {
    try (var log = new Logged()) {
      for (var type : List.of("shortcut", "message_action", "view_closed", "future_interaction")) {
        var payload = Fixtures.payload("view_submission");
        payload.addProperty("type", type);
        payload.addProperty("callback_id", "private words");
        assertThat(deliverForm(payload).status()).as(type).isEqualTo(200);
      }
      assertThat(handler.handle(signed("command=%2Ftiller&text=private+words&user_id=U0ANN")))
          .extracting(WebResponse::status)
          .isEqualTo(200);

      assertThat(log.text()).doesNotContain("private words");
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  void whatCouldNotBeKeptIsDeliveredAgain() {
    bot.broken = true;
    assertThat(deliver(Fixtures.payload("app_mention")).status()).isEqualTo(503);
    assertThat(deliverForm(Fixtures.payload("block_actions")).status()).isEqualTo(503);

    bot.broken = false;
    assertThat(deliver(Fixtures.payload("app_mention")).status()).isEqualTo(200);
    assertThat(bot.messages).hasSize(1);
  }

  @Test
  void aPressIsHandedInAndItsNoteIsShownToWhoClicked() {
    bot.receipt = Receipt.note("Stopping <now>.");

    assertThat(deliverForm(Fixtures.payload("block_actions")).status()).isEqualTo(200);

    assertThat(bot.actions).extracting(action -> action.key().verb()).containsExactly("stop");
    var note = awaitCall("chat.postEphemeral");
    assertThat(note.argument("user")).isEqualTo("U0ANN");
    assertThat(note.argument("channel")).isEqualTo("C0WEB");
    assertThat(note.argument("thread_ts")).isEqualTo("1763800000.000100");
    assertThat(note.argument("text")).isEqualTo("Stopping &lt;now&gt;.");
    assertThat(new Drawn(note.argument("blocks")).text().strip()).isEqualTo("Stopping <now>.");
  }

  @Test
  void aNoteThatCannotBeShownChangesNothing() {
    slack.answer(RecordingSlack.Answer.error("user_not_in_channel"));
    bot.receipt = Receipt.note("Stopping.");

    assertThat(deliverForm(Fixtures.payload("block_actions")).status()).isEqualTo(200);

    awaitCall("chat.postEphemeral");
    assertThat(bot.actions).hasSize(1);
  }

  @Test
  void linkButtonsAndForeignButtonsAreOnlyAcknowledged() {
    for (var id : List.of("link:0", "somebody-elses")) {
      assertThat(deliverForm(Fixtures.clickOn(id)).status()).as(id).isEqualTo(200);
    }
    assertThat(bot.actions).isEmpty();
    assertThat(slack.calls()).isEmpty();
  }

  @Test
  void aFormButtonOpensItsFormBeforeTheAnswer() {
    bot.answer = action -> new Open(FORM);

    assertThat(deliverForm(Fixtures.clickOn("form:follow-up")).status()).isEqualTo(200);

    assertThat(bot.actions).isEmpty();
    assertThat(slack.calls())
        .singleElement()
        .satisfies(call -> {
          assertThat(call.method()).isEqualTo("views.open");
          assertThat(call.argument("trigger_id")).startsWith("9876543210.");
          assertThat(call.argument("view")).contains("What next?", "1763800000.000100");
        });
  }

  @Test
  void whoeverMayNotHaveTheFormIsToldWhy() {
    assertThat(deliverForm(Fixtures.clickOn("form:follow-up")).status()).isEqualTo(200);

    assertThat(awaitCall("chat.postEphemeral").argument("text"))
        .isEqualTo("Only the owner may do that.");
    assertThat(slack.calls("views.open")).isEmpty();
  }

  @Test
  void aFormThatDoesNotOpenIsSaidToWhoClicked() {
    bot.answer = action -> new Open(FORM);
    slack.answer(call ->
        call.method().equals("views.open")
            ? RecordingSlack.Answer.error("expired_trigger_id")
            : RecordingSlack.Answer.ok());

    assertThat(deliverForm(Fixtures.clickOn("form:follow-up")).status()).isEqualTo(200);

    assertThat(awaitCall("chat.postEphemeral").argument("text")).contains("could not be opened");
  }

  @Test
  void aQuestionThatFailsIsSaidToWhoClicked() {
    bot.answer =
        action -> {
          throw new IllegalStateException("the database is away");
        };

    assertThat(deliverForm(Fixtures.clickOn("form:follow-up")).status()).isEqualTo(200);

    assertThat(awaitCall("chat.postEphemeral").argument("text")).contains("could not be opened");
  }

  @Test
  void aSentFormIsHandedInAndItsViewCloses() {
    var answer = deliverForm(Fixtures.payload("view_submission"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(bot.forms).extracting(form -> form.nonce()).containsExactly("n-1");
  }

  private WebResponse deliver(JsonObject payload) {
    return handler.handle(signed(payload.toString()));
  }

  private WebResponse deliverForm(JsonObject payload) {
    var encoded = URLEncoder.encode(payload.toString(), StandardCharsets.UTF_8);
    return handler.handle(signed("payload=" + encoded));
  }

  private WebRequest signed(String text) {
    var body = text.getBytes(StandardCharsets.UTF_8);
    return request(body, NOW, signature.sign(String.valueOf(NOW), body));
  }

  private static WebRequest request(byte[] body, long sent, String signature) {
    var headers =
        Map.of(
            "x-slack-request-timestamp",
            List.of(String.valueOf(sent)),
            "x-slack-signature",
            List.of(signature));
    return new WebRequest("POST", "/slack/events", "", headers, body, "127.0.0.1");
  }

  private RecordingSlack.Call awaitCall(String method) {
    await().until(() -> !slack.calls(method).isEmpty());
    return slack.calls(method).getFirst();
  }
}
