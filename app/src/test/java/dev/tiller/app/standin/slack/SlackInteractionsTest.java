package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.chat.Reply;
import dev.tiller.app.standin.chat.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlackInteractionsTest {

  private static final String WEB = "C0WEB";
  private static final ObjectNode CLICK =
      object("action_id", "stop", "block_id", "b1", "value", "run:1");

  private SlackKit kit;

  @BeforeEach
  void start() throws IOException {
    kit = new SlackKit();
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  @Test
  void aClickTellsTheBotWhoClickedWhatAndWhere() throws IOException {
    var root = kit.say(WEB, "hello");
    var card = card(root);

    assertThat(kit.slack.press("U0BEN", WEB, card, CLICK)).isEmpty();

    var payload = interaction("block_actions");
    assertThat(payload.at("/user/id").asText()).isEqualTo("U0BEN");
    assertThat(payload.at("/container/message_ts").asText()).isEqualTo(card);
    assertThat(payload.at("/container/thread_ts").asText()).isEqualTo(root);
    assertThat(payload.at("/channel/id").asText()).isEqualTo(WEB);
    assertThat(payload.at("/message/metadata/event_type").asText()).isEqualTo("card");
    assertThat(payload.at("/actions/0/action_id").asText()).isEqualTo("stop");
    assertThat(payload.at("/actions/0/value").asText()).isEqualTo("run:1");
    assertThat(payload.at("/actions/0/text/text").asText()).isEqualTo("Stop");
    assertThat(payload.at("/actions/0/type").asText()).isEqualTo("button");
  }

  @Test
  void aClickThatTheBotDoesNotTakeIsShownToTheClicker() throws IOException {
    var card = card(kit.say(WEB, "hello"));
    kit.bot.answer(Reply.empty(404));

    assertThat(kit.slack.press("U0BEN", WEB, card, CLICK)).get().asString().contains("404");
  }

  @Test
  void aTriggerOpensOneFormWithinThreeSeconds() throws IOException {
    var card = card(kit.say(WEB, "hello"));
    var first = trigger(card);
    assertThat(kit.errorOf("views.open", "trigger_id", first, "view", view())).isEqualTo("ok");
    assertThat(kit.errorOf("views.open", "trigger_id", first, "view", view()))
        .isEqualTo("exchanged_trigger_id");

    var second = trigger(card);
    kit.clock.pass(Duration.ofSeconds(4));

    assertThat(kit.errorOf("views.open", "trigger_id", second, "view", view()))
        .isEqualTo("expired_trigger_id");
    assertThat(kit.errorOf("views.open", "trigger_id", "1.2.x", "view", view()))
        .isEqualTo("invalid_trigger_id");
    assertThat(kit.slack.view().forms()).extracting(it -> it.person()).containsExactly("U0BEN");
  }

  @Test
  void aBadFormIsRefusedByItsParts() throws IOException {
    var view = view();
    view.remove("title");
    view.remove("submit");
    var trigger = trigger(card(kit.say(WEB, "hello")));

    var answer = kit.call("views.open", "trigger_id", trigger, "view", view);

    assertThat(answer.path("error").asText()).isEqualTo("invalid_arguments");
    assertThat(answer.at("/response_metadata/messages").valueStream().map(JsonNode::asText))
        .contains("[ERROR] missing required field: title [json-pointer:/view]")
        .anyMatch(problem -> problem.contains("submit is required"));
  }

  @Test
  void aFormIsSentWithItsStateAndCloses() throws IOException {
    var form = openForm();

    assertThat(kit.slack.submit("U0BEN", form, Map.of("prompt", "and the tests")).errors())
        .isEmpty();

    var payload = interaction("view_submission");
    assertThat(payload.at("/view/state/values/prompt/text/value").asText())
        .isEqualTo("and the tests");
    assertThat(payload.at("/view/private_metadata").asText()).isEqualTo("pm");
    assertThat(payload.at("/view/callback_id").asText()).isEqualTo("follow-up");
    assertThat(payload.at("/view/id").asText()).isEqualTo(form);
    assertThat(kit.slack.view().forms()).isEmpty();
  }

  @Test
  void whatTheBotFindsWrongIsShownInTheFormWhichStaysOpen() throws IOException {
    var form = openForm();
    var errors = object("response_action", "errors", "errors", object("prompt", "Too vague."));
    kit.bot.answer(Reply.json(200, errors));

    assertThat(kit.slack.submit("U0BEN", form, Map.of("prompt", "x")).errors())
        .isEqualTo(Map.of("prompt", "Too vague."));

    assertThat(kit.slack.view().forms())
        .singleElement()
        .satisfies(it -> assertThat(it.errors()).containsEntry("prompt", "Too vague."));
  }

  @Test
  void anEmptyRequiredFieldDoesNotReachTheBot() throws IOException {
    var form = openForm();
    int before = kit.bot.received().size();

    assertThat(kit.slack.submit("U0BEN", form, Map.of("prompt", " ")).errors())
        .containsOnlyKeys("prompt");

    assertThat(kit.bot.received()).hasSize(before);
  }

  @Test
  void aFormThatTheBotDoesNotTakeStaysOpen() throws IOException {
    var form = openForm();
    kit.bot.answer(Reply.empty(500));

    assertThatThrownBy(() -> kit.slack.submit("U0BEN", form, Map.of("prompt", "x")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("500");
    assertThat(kit.slack.view().forms()).hasSize(1);
  }

  @Test
  void onlyTheOneWhoOpenedAFormCanSendOrCloseIt() throws IOException {
    var form = openForm();

    assertThatThrownBy(() -> kit.slack.submit("U0ANN", form, Map.of())).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> kit.slack.dismiss("U0ANN", form)).isInstanceOf(Refusal.class);
  }

  @Test
  void aClosedFormSaysSoWhereThatIsWanted() throws IOException {
    kit.slack.dismiss("U0BEN", openForm());

    assertThat(interaction("view_closed").at("/view/callback_id").asText()).isEqualTo("follow-up");
    assertThat(kit.slack.view().forms()).isEmpty();
  }

  @Test
  void anOpenFormCanBeUpdated() throws IOException {
    var form = openForm();
    var other = view().set("title", object("type", "plain_text", "text", "Other"));

    assertThat(kit.errorOf("views.update", "view_id", form, "hash", "old", "view", other))
        .isEqualTo("hash_conflict");
    assertThat(kit.errorOf("views.update", "view_id", form, "view", other)).isEqualTo("ok");
    assertThat(kit.errorOf("views.update", "view_id", "V0NONE", "view", other))
        .isEqualTo("not_found");

    assertThat(kit.slack.view().forms().getFirst().wire().at("/title/text").asText())
        .isEqualTo("Other");
  }

  @Test
  void aResponseUrlTakesFiveAnswers() throws IOException {
    var card = card(kit.say(WEB, "hello"));
    kit.slack.press("U0BEN", WEB, card, CLICK);
    var url = URI.create(interaction("block_actions").path("response_url").asText());

    respond(url, object("text", "only for you"));
    respond(url, object("text", "for all", "response_type", "in_channel"));
    respond(url, object("text", "replaced", "replace_original", true));
    respond(url, object("delete_original", true));
    assertThat(respond(url, object("text", "five")).statusCode()).isEqualTo(200);
    var sixth = respond(url, object("text", "six"));

    assertThat(sixth.statusCode()).isEqualTo(404);
    assertThat(sixth.body()).contains("used_url");
    assertThat(kit.slack.view().messages())
        .extracting(it -> it.text() + "/" + it.onlyFor().orElse("all"))
        .containsExactly("hello/all", "only for you/U0BEN", "for all/all", "five/U0BEN");
  }

  @Test
  void aResponseUrlLastsHalfAnHour() throws IOException {
    var card = card(kit.say(WEB, "hello"));
    kit.slack.press("U0BEN", WEB, card, CLICK);
    var url = URI.create(interaction("block_actions").path("response_url").asText());
    kit.clock.pass(Duration.ofMinutes(31));

    assertThat(respond(url, object("text", "late")).body()).contains("expired_url");
  }

  private String card(String root) throws IOException {
    var button =
        object(
            "type", "button",
            "action_id", "stop",
            "value", "run:1",
            "text", object("type", "plain_text", "text", "Stop"));
    var blocks = List.of(object("type", "actions", "block_id", "b1", "elements", List.of(button)));
    var metadata = object("event_type", "card", "event_payload", object());
    return kit.call(
            "chat.postMessage",
            "channel",
            WEB,
            "thread_ts",
            root,
            "blocks",
            blocks,
            "metadata",
            metadata)
        .path("ts")
        .asText();
  }

  private String trigger(String card) {
    kit.slack.press("U0BEN", WEB, card, CLICK);
    return interaction("block_actions").path("trigger_id").asText();
  }

  private String openForm() throws IOException {
    var trigger = trigger(card(kit.say(WEB, "hello")));
    return kit.call("views.open", "trigger_id", trigger, "view", view()).at("/view/id").asText();
  }

  private static ObjectNode view() {
    var input =
        object(
            "type",
            "input",
            "block_id",
            "prompt",
            "label",
            object("type", "plain_text", "text", "What next?"),
            "element",
            object("type", "plain_text_input", "action_id", "text", "multiline", true));
    return object(
        "type",
        "modal",
        "callback_id",
        "follow-up",
        "private_metadata",
        "pm",
        "notify_on_close",
        true,
        "title",
        object("type", "plain_text", "text", "Follow-up"),
        "submit",
        object("type", "plain_text", "text", "Send"),
        "blocks",
        List.of(input));
  }

  private HttpResponse<String> respond(URI url, ObjectNode body) throws IOException {
    return Wire.send(Wire.postJson(url, body));
  }

  /// The latest interaction of a type.
  private ObjectNode interaction(String type) {
    return await()
        .until(
            () ->
                kit.bot.received().reversed().stream()
                    .filter(request -> request.body().startsWith("payload="))
                    .map(request -> request.json())
                    .filter(payload -> Json.text(payload, "type").equals(Optional.of(type)))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }
}
