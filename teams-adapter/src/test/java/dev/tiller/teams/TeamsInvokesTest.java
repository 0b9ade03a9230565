package dev.tiller.teams;

import static dev.tiller.teams.Activities.invoke;
import static dev.tiller.teams.Activities.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.Receipt;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamsInvokesTest {

  private static final String EXECUTE =
      """
      {"action": {"type": "Action.Execute", "verb": "stop", "data": {"key": "stop:run-1"}},
       "trigger": "manual"}
      """;

  private final Endpoint endpoint = new Endpoint();

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @Test
  void aClickIsAnsweredWithItsNote() {
    endpoint.inbox.receipt = Receipt.note("Only Ann can stop this run.");

    var answer = endpoint.send(invoke("adaptiveCard/action", EXECUTE));

    assertThat(Endpoint.body(answer))
        .isEqualTo(
            "{\"statusCode\":200,\"type\":\"application/vnd.microsoft.activity.message\","
                + "\"value\":\"Only Ann can stop this run.\"}");
    assertThat(endpoint.inbox.actions)
        .singleElement()
        .matches(it -> it.key().encoded().equals("stop:run-1"));
  }

  @Test
  void aClickWithNothingToAddLeavesTheCardAsItIs() {
    assertThat(Endpoint.body(endpoint.send(invoke("adaptiveCard/action", EXECUTE))))
        .isEqualTo(
            "{\"statusCode\":200,\"type\":\"application/vnd.microsoft.activity.message\","
                + "\"value\":\"\"}");
  }

  @Test
  void aClickThatCannotBeStoredIsAServerError() {
    endpoint.inbox.failing = true;

    assertThat(endpoint.send(invoke("adaptiveCard/action", EXECUTE)).status()).isEqualTo(503);
  }

  @Test
  void aClickByAGuestIsToldWhoMay() {
    var click =
        with(
            invoke("adaptiveCard/action", EXECUTE),
            it -> it.withObject("/from").put("userRole", "guest"));

    assertThat(Endpoint.body(endpoint.send(click))).contains("Only members of this organization");
    assertThat(endpoint.inbox.isEmpty()).isTrue();
  }

  @Test
  void aChoiceIsHandedInWithItsValue() {
    endpoint.send(choice("\"acme/web\""));

    assertThat(endpoint.inbox.actions)
        .singleElement()
        .satisfies(action -> {
          assertThat(action.key().encoded()).isEqualTo("choose:draft-1");
          assertThat(action.value()).contains("acme/web");
        });
  }

  @Test
  void whoeverChoseNothingOrWhatIsNotOfferedIsAskedToChoose() {
    var tooLong = "\"" + "v".repeat(151) + "\"";
    for (var value : List.of("\"\"", "\" \"", "null", "{}", tooLong)) {
      assertThat(Endpoint.body(endpoint.send(choice(value)))).contains("Please choose an entry");
    }
    assertThat(endpoint.inbox.isEmpty()).isTrue();
  }

  @Test
  void aButtonBesideAMenuHasNoValue() {
    var press = EXECUTE.replace("\"stop:run-1\"", "\"stop:run-1\", \"chosen\": \"acme/web\"");

    endpoint.send(invoke("adaptiveCard/action", press));

    assertThat(endpoint.inbox.actions).singleElement().matches(it -> it.value().isEmpty());
  }

  @Test
  void aChoiceByAGuestIsNone() {
    var choice =
        with(choice("\"acme/web\""), it -> it.withObject("/from").put("userRole", "guest"));

    assertThat(Endpoint.body(endpoint.send(choice))).contains("Only members of this organization");
    assertThat(endpoint.inbox.isEmpty()).isTrue();
  }

  private static ObjectNode choice(String value) {
    return invoke(
        "adaptiveCard/action",
        """
        {"action": {"type": "Action.Execute", "verb": "choose",
          "data": {"key": "choose:draft-1", "menu": true, "chosen": %s}},
         "trigger": "manual"}
        """
            .formatted(value));
  }

  @Test
  void aDialogOpensWithTheForm() {
    endpoint.inbox.answer =
        new Ask.Answer.Open(
            new Form(new ActionKey("follow-up", "run-1"), "n-1", "Follow-up", "Send", List.of()));

    var answer = endpoint.send(invoke("task/fetch", "{\"data\": {\"key\": \"follow-up:run-1\"}}"));

    assertThat(Endpoint.body(answer))
        .startsWith("{\"task\":{\"type\":\"continue\",\"value\":{\"title\":\"Follow-up\"");
  }

  @Test
  void aDialogThatIsRefusedSaysWhy() {
    var answer = endpoint.send(invoke("task/fetch", "{\"data\": {\"key\": \"follow-up:run-1\"}}"));

    assertThat(Endpoint.body(answer))
        .isEqualTo("{\"task\":{\"type\":\"message\",\"value\":\"This run has ended.\"}}");
  }

  @Test
  void aDialogThatFailsToOpenSaysSo() {
    endpoint.inbox.failing = true;

    var answer = endpoint.send(invoke("task/fetch", "{\"data\": {\"key\": \"follow-up:run-1\"}}"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(Endpoint.body(answer)).contains("Please try again");
  }

  @Test
  void aSentFormClosesTheDialog() {
    var answer =
        endpoint.send(
            invoke(
                "task/submit",
                """
                {"data": {"key": "follow-up:run-1", "nonce": "n-1", "field_prompt": "more tests"}}
                """));

    assertThat(answer).matches(it -> it.status() == 200 && it.body().length == 0);
    assertThat(endpoint.inbox.forms)
        .singleElement()
        .matches(it -> it.nonce().equals("n-1"))
        .matches(it -> it.values().equals(Map.of("prompt", "more tests")));
  }

  @Test
  void anInvokeOfAnUnknownKindIsNotImplemented() {
    assertThat(endpoint.send(invoke("composeExtension/query", "{}")).status()).isEqualTo(501);
    assertThat(endpoint.inbox.isEmpty()).isTrue();
  }
}
