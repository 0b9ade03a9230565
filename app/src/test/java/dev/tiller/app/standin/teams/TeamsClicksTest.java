package dev.tiller.app.standin.teams;

import static dev.tiller.app.standin.chat.Json.object;
import static dev.tiller.app.standin.teams.TeamsKit.BEN;
import static dev.tiller.app.standin.teams.TeamsKit.WEB;
import static dev.tiller.app.standin.teams.TeamsKit.activities;
import static dev.tiller.app.standin.teams.TeamsKit.card;
import static dev.tiller.app.standin.teams.TeamsKit.withCard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.chat.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamsClicksTest {

  private static final ObjectNode STOP =
      object(
          "type",
          "Action.Execute",
          "title",
          "Stop",
          "verb",
          "stop",
          "data",
          object("key", "stop:1"));
  private static final ObjectNode SUBMIT =
      object("type", "Action.Submit", "title", "Retry", "data", object("key", "retry:1"));
  private static final ObjectNode OPEN =
      object(
          "type", "Action.Submit",
          "title", "Add follow-up",
          "data", object("key", "follow:1", "msteams", object("type", "task/fetch")));

  private TeamsKit kit;
  private String root;
  private String message;

  @BeforeEach
  void start() throws IOException {
    kit = new TeamsKit();
    root = kit.say(WEB, "nothing for the bot");
    await().until(kit.teams::idle);
    message = kit.send(WEB + ";messageid=" + root, withCard(card(STOP, SUBMIT, OPEN)));
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  @Test
  void anExecuteIsAnInvokeWithItsVerbAndData() {
    answer(
        object(
            "statusCode",
            200,
            "type",
            "application/vnd.microsoft.activity.message",
            "value",
            "Stopping."));

    assertThat(press(STOP)).contains("Stopping.");

    var invoke = received();
    assertThat(invoke.path("type").asText()).isEqualTo("invoke");
    assertThat(invoke.path("name").asText()).isEqualTo("adaptiveCard/action");
    assertThat(invoke.at("/value/action/verb").asText()).isEqualTo("stop");
    assertThat(invoke.at("/value/action/data/key").asText()).isEqualTo("stop:1");
    assertThat(invoke.at("/value/trigger").asText()).isEqualTo("manual");
    assertThat(invoke.path("replyToId").asText()).isEqualTo(message);
    assertThat(invoke.at("/from/id").asText()).isEqualTo(BEN);
    assertThat(invoke.at("/conversation/id").asText()).isEqualTo(WEB + ";messageid=" + root);
  }

  @Test
  void aCardInTheAnswerReplacesTheClickersCardUntilTheMessageChanges() throws IOException {
    var stopped = card().put("fallbackText", "stopped");
    answer(
        object(
            "statusCode",
            200,
            "type",
            "application/vnd.microsoft.card.adaptive",
            "value",
            stopped));

    press(STOP);

    var shown = kit.teams.view().messages().getLast();
    assertThat(shown.seenBy()).containsOnlyKeys(BEN);
    assertThat(shown.seenBy().values())
        .extracting(it -> it.at("/attachments/0/content"))
        .containsExactly(stopped);
    assertThat(shown.wire().at("/attachments/0/content/actions")).hasSize(3);

    kit.put(activities(WEB + ";messageid=" + root) + "/" + message, withCard(stopped));
    assertThat(kit.teams.view().messages().getLast().seenBy()).isEmpty();
  }

  @Test
  void anErrorOrNoAnswerIsToldToTheClicker() {
    answer(
        object(
            "statusCode",
            403,
            "type",
            "application/vnd.microsoft.error",
            "value",
            object("code", "x", "message", "Only Ann can stop this.")));
    assertThat(press(STOP)).contains("Only Ann can stop this.");

    kit.bot.answer(Reply.empty(500));
    assertThat(press(STOP)).contains("Something went wrong. Please try again.");

    answer(
        object(
            "statusCode",
            200,
            "type",
            "application/vnd.microsoft.card.adaptive",
            "value",
            object()));
    assertThat(press(STOP)).contains("Something went wrong. Please try again.");
  }

  @Test
  void anEmptyMessageInTheAnswerIsNoNote() {
    answer(
        object(
            "statusCode", 200, "type", "application/vnd.microsoft.activity.message", "value", ""));

    assertThat(press(STOP)).isEmpty();
  }

  @Test
  void aSubmitIsAMessageWithAValueAndNoText() {
    assertThat(press(SUBMIT)).isEmpty();

    await().until(() -> !kit.bot.received().isEmpty());
    var activity = received();
    assertThat(activity.path("type").asText()).isEqualTo("message");
    assertThat(activity.has("text")).isFalse();
    assertThat(activity.at("/value/key").asText()).isEqualTo("retry:1");
    assertThat(activity.path("replyToId").asText()).isEqualTo(message);
  }

  @Test
  void aDialogOpensIsFilledInAndCloses() {
    var form = openDialog();
    assertThat(received().path("name").asText()).isEqualTo("task/fetch");
    assertThat(received().at("/value/data/key").asText()).isEqualTo("follow:1");
    assertThat(received().path("replyToId").asText()).isEqualTo(message);
    kit.bot.answer(Reply.empty(200));

    var submitted = kit.teams.submit(BEN, form, Map.of("prompt", "and the tests"));

    assertThat(submitted.errors()).isEmpty();
    var submit = received();
    assertThat(submit.path("name").asText()).isEqualTo("task/submit");
    assertThat(submit.at("/value/data"))
        .isEqualTo(object("nonce", "n1", "prompt", "and the tests", "branch", ""));
    assertThat(submit.has("replyToId")).isFalse();
    assertThat(submit.at("/conversation/id").asText()).isEqualTo(WEB + ";messageid=" + root);
    assertThat(kit.teams.view().forms()).isEmpty();
  }

  @Test
  void aMessageInTheAnswerClosesTheDialogWithANote() {
    var form = openDialog();
    answer(object("task", object("type", "message", "value", "Queued.")));

    assertThat(kit.teams.submit(BEN, form, Map.of("prompt", "x")).note()).contains("Queued.");
    assertThat(kit.teams.view().forms()).isEmpty();
  }

  @Test
  void anotherCardInTheAnswerTakesTheDialogsPlace() {
    var form = openDialog();
    answer(dialog("Try again"));

    kit.teams.submit(BEN, form, Map.of("prompt", "x"));

    assertThat(kit.teams.view().forms())
        .singleElement()
        .satisfies(it -> assertThat(it.wire().path("title").asText()).isEqualTo("Try again"));
  }

  @Test
  void anEmptyRequiredInputDoesNotReachTheBot() {
    var form = openDialog();
    int before = kit.bot.received().size();

    assertThat(kit.teams.submit(BEN, form, Map.of()).errors())
        .isEqualTo(Map.of("prompt", "Say what to do."));

    assertThat(kit.bot.received()).hasSize(before);
    assertThat(kit.teams.view().forms().getFirst().errors()).containsKey("prompt");
  }

  @Test
  void aDialogThatTheBotDoesNotTakeStaysOpen() {
    var form = openDialog();
    kit.bot.answer(Reply.empty(500));

    assertThatThrownBy(() -> kit.teams.submit(BEN, form, Map.of("prompt", "x")))
        .isInstanceOf(Refusal.class);
    assertThat(kit.teams.view().forms()).hasSize(1);
    kit.teams.dismiss(BEN, form);
    assertThat(kit.teams.view().forms()).isEmpty();
  }

  @Test
  void anAnswerToOpeningCanBeJustWords() {
    answer(object("task", object("type", "message", "value", "Only Ann may.")));

    assertThat(press(OPEN)).contains("Only Ann may.");
    assertThat(kit.teams.view().forms()).isEmpty();
  }

  private String openDialog() {
    answer(dialog("Follow-up"));
    assertThat(press(OPEN)).isEmpty();
    return kit.teams.view().forms().getFirst().id();
  }

  private static ObjectNode dialog(String title) {
    var prompt =
        object(
            "type",
            "Input.Text",
            "id",
            "prompt",
            "isRequired",
            true,
            "errorMessage",
            "Say what to do.");
    var send = object("type", "Action.Submit", "title", "Send", "data", object("nonce", "n1"));
    var content =
        card(send)
            .set(
                "body",
                object("a", List.of(prompt, object("type", "Input.Text", "id", "branch")))
                    .get("a"));
    var attachment =
        object("contentType", "application/vnd.microsoft.card.adaptive", "content", content);
    return object(
        "task", object("type", "continue", "value", object("title", title, "card", attachment)));
  }

  private Optional<String> press(ObjectNode action) {
    return kit.teams.press(BEN, WEB, message, action);
  }

  private void answer(ObjectNode body) {
    kit.bot.answer(Reply.json(200, body));
  }

  private ObjectNode received() {
    return kit.bot.bodies().getLast();
  }
}
