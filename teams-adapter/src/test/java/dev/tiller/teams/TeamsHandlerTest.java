package dev.tiller.teams;

import static dev.tiller.teams.Activities.bytes;
import static dev.tiller.teams.Activities.inChannel;
import static dev.tiller.teams.Activities.inPersonal;
import static dev.tiller.teams.Activities.invoke;
import static dev.tiller.teams.Activities.mentioningBot;
import static dev.tiller.teams.Activities.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.Receipt;
import dev.tiller.core.chat.WebRequest;
import dev.tiller.core.chat.WebResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsHandlerTest {

  private static final String SERVICE = "https://smba.trafficmanager.net/teams/";
  private static final String EXECUTE =
      """
      {"action": {"type": "Action.Execute", "verb": "stop", "data": {"key": "stop:run-1"}},
       "trigger": "manual"}
      """;

  private final MovableClock clock = new MovableClock();
  private final TokenIssuer issuer = new TokenIssuer(clock, SERVICE);
  private final RecordingInbox inbox = new RecordingInbox();
  private final TeamsAdapter adapter =
      new TeamsAdapter(
          new TeamsSettings(
              TokenIssuer.APP,
              "secret",
              Activities.TENANT,
              issuer.metadata(),
              TeamsSettings.LOGIN,
              TeamsSettings.SERVICE_HOSTS),
          clock);

  @AfterEach
  void stop() {
    adapter.close();
    issuer.close();
  }

  @Test
  void aMessageIsHandedInAndAcknowledged() {
    var answer = send(mentioningBot(inChannel("17", "17", "<at>Tiller</at> fix the login")));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(inbox.messages).singleElement().matches(it -> it.text().equals(" fix the login"));
  }

  @Test
  void aMessageThatCannotBeStoredIsAskedForAgain() {
    inbox.failing = true;

    assertThat(send(inPersonal("17", "hello")).status()).isEqualTo(503);
    inbox.failing = false;
    assertThat(send(inPersonal("17", "hello")).status()).isEqualTo(200);
    assertThat(inbox.messages).hasSize(1);
  }

  @Test
  void aMessageDeliveredTwiceIsHandedInTwiceAndEqual() {
    send(inPersonal("17", "hello"));
    send(inPersonal("17", "hello"));

    assertThat(inbox.messages).hasSize(2);
    assertThat(inbox.messages.getFirst()).isEqualTo(inbox.messages.getLast());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "typing",
        "messageReaction",
        "conversationUpdate",
        "installationUpdate",
        "novelty"
      })
  void whatNeedsNoAnswerIsAcknowledged(String type) {
    var activity = with(inPersonal("17", "hello"), it -> it.put("type", type));

    assertThat(send(activity).status()).isEqualTo(200);
    assertThat(inbox.isEmpty()).isTrue();
  }

  @Test
  void aClickIsAnsweredWithItsNote() {
    inbox.receipt = Receipt.note("Only Ann can stop this run.");

    var answer = send(invoke("adaptiveCard/action", EXECUTE));

    assertThat(body(answer))
        .isEqualTo(
            "{\"statusCode\":200,\"type\":\"application/vnd.microsoft.activity.message\","
                + "\"value\":\"Only Ann can stop this run.\"}");
    assertThat(inbox.actions)
        .singleElement()
        .matches(it -> it.key().encoded().equals("stop:run-1"));
  }

  @Test
  void aClickWithNothingToAddLeavesTheCardAsItIs() {
    assertThat(body(send(invoke("adaptiveCard/action", EXECUTE))))
        .isEqualTo(
            "{\"statusCode\":200,\"type\":\"application/vnd.microsoft.activity.message\","
                + "\"value\":\"\"}");
  }

  @Test
  void aClickThatCannotBeStoredIsAServerError() {
    inbox.failing = true;

    assertThat(send(invoke("adaptiveCard/action", EXECUTE)).status()).isEqualTo(503);
  }

  @Test
  void aClickByAGuestIsToldWhoMay() {
    var click =
        with(
            invoke("adaptiveCard/action", EXECUTE),
            it -> it.withObject("/from").put("userRole", "guest"));

    assertThat(body(send(click))).contains("Only members of this organization");
    assertThat(inbox.isEmpty()).isTrue();
  }

  @Test
  void aDialogOpensWithTheForm() {
    inbox.answer =
        new Ask.Answer.Open(
            new Form(new ActionKey("follow-up", "run-1"), "n-1", "Follow-up", "Send", List.of()));

    var answer = send(invoke("task/fetch", "{\"data\": {\"key\": \"follow-up:run-1\"}}"));

    assertThat(body(answer))
        .startsWith("{\"task\":{\"type\":\"continue\",\"value\":{\"title\":\"Follow-up\"");
  }

  @Test
  void aDialogThatIsRefusedSaysWhy() {
    var answer = send(invoke("task/fetch", "{\"data\": {\"key\": \"follow-up:run-1\"}}"));

    assertThat(body(answer))
        .isEqualTo("{\"task\":{\"type\":\"message\",\"value\":\"This run has ended.\"}}");
  }

  @Test
  void aDialogThatFailsToOpenSaysSo() {
    inbox.failing = true;

    var answer = send(invoke("task/fetch", "{\"data\": {\"key\": \"follow-up:run-1\"}}"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(body(answer)).contains("Please try again");
  }

  @Test
  void aSentFormClosesTheDialog() {
    var answer =
        send(
            invoke(
                "task/submit",
                """
                {"data": {"key": "follow-up:run-1", "nonce": "n-1", "field_prompt": "more tests"}}
                """));

    assertThat(answer).matches(it -> it.status() == 200 && it.body().length == 0);
    assertThat(inbox.forms)
        .singleElement()
        .matches(it -> it.nonce().equals("n-1"))
        .matches(it -> it.values().equals(Map.of("prompt", "more tests")));
  }

  @Test
  void anInvokeOfAnUnknownKindIsNotImplemented() {
    assertThat(send(invoke("composeExtension/query", "{}")).status()).isEqualTo(501);
    assertThat(inbox.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{",
        "{\"type\": null}",
        "{\"from\": [1], \"type\": \"x\"}"
      })
  void whatIsNoActivityIsABadRequest(String body) {
    var answer = send(body.getBytes(StandardCharsets.UTF_8), "Bearer " + issuer.token());

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void endlessNestingIsABadRequest() {
    var body = "{\"value\":" + "[".repeat(100_000);

    assertThat(send(body.getBytes(StandardCharsets.UTF_8), "Bearer " + issuer.token()).status())
        .isEqualTo(400);
  }

  @Test
  void aMessageWithoutItsEssentialsIsABadRequest() {
    for (var part : List.of("id", "from", "conversation")) {
      var activity = inPersonal("17", "hello");
      activity.remove(part);

      assertThat(send(activity).status()).as(part).isEqualTo(400);
    }
  }

  @Test
  void anOversizedBodyIsRefusedUnread() {
    var body = new byte[(1 << 20) + 1];

    assertThat(send(body, "Bearer " + issuer.token()).status()).isEqualTo(413);
    assertThat(issuer.looks()).isZero();
  }

  @Test
  void nothingIsReadWithoutAToken() {
    assertThat(send(bytes(inPersonal("17", "hello")), "Bearer none").status()).isEqualTo(401);
    assertThat(send("{".getBytes(StandardCharsets.UTF_8), "Bearer none").status()).isEqualTo(401);
    assertThat(inbox.isEmpty()).isTrue();
  }

  @Test
  void everyRefusalLooksTheSame() {
    var forged = send(bytes(inPersonal("17", "hello")), "Bearer none");
    var foreign = send(with(inPersonal("17", "hello"), it -> it.put("channelId", "directline")));
    var malformed = send("{".getBytes(StandardCharsets.UTF_8), "Bearer " + issuer.token());

    assertThat(List.of(body(forged), body(foreign), body(malformed))).containsOnly("not accepted");
  }

  @Test
  void onlyPostsAreAnswered() {
    var request = new WebRequest("GET", "/api/messages", "", Map.of(), new byte[0], "127.0.0.1");

    assertThat(adapter.handler(inbox, inbox).handle(request).status()).isEqualTo(405);
  }

  private WebResponse send(ObjectNode activity) {
    return send(bytes(activity), "Bearer " + issuer.token());
  }

  private WebResponse send(byte[] body, String authorization) {
    var headers = Map.of("authorization", List.of(authorization));
    return adapter
        .handler(inbox, inbox)
        .handle(new WebRequest("POST", "/api/messages", "", headers, body, "127.0.0.1"));
  }

  private static String body(WebResponse answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
