package dev.tiller.teams;

import static dev.tiller.teams.Activities.ANN;
import static dev.tiller.teams.Activities.CHANNEL;
import static dev.tiller.teams.Activities.invoke;
import static dev.tiller.teams.Activities.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.Shortcut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsMenuTest {

  private final Endpoint endpoint = new Endpoint();

  @BeforeEach
  void open() {
    endpoint.inbox.answer =
        new Ask.Answer.Open(
            new Form(new ActionKey("send", "m-1"), "n-1", "Send to Tiller", "Send", List.of()));
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @ParameterizedTest
  @CsvSource({"sendToTiller, SEND", "followUp, FOLLOW_UP"})
  void anEntryOfTheMenuOpensTheFormAndSaysWhichMessage(String command, Shortcut.Kind kind) {
    var answer = endpoint.send(fetch(command));

    assertThat(Endpoint.body(answer))
        .startsWith("{\"task\":{\"type\":\"continue\",\"value\":{\"title\":\"Send to Tiller\"");
    assertThat(endpoint.inbox.shortcuts)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.kind()).isEqualTo(kind);
          assertThat(it.message()).isEqualTo("1700000000005");
          assertThat(it.address().thread().channel()).isEqualTo(CHANNEL);
          assertThat(it.address().thread().root()).isEqualTo("1700000000001");
          assertThat(it.actor().id()).isEqualTo(ANN);
          assertThat(it.author().id()).isEqualTo("ben-id");
          assertThat(it.author().name()).isEqualTo("Ben");
          assertThat(it.text()).isEqualTo("the login test & more\nis <flaky>");
          assertThat(it.outsider()).isFalse();
        });
  }

  @Test
  void aMessageOfTheMainLineIsItsOwnThread() {
    var fetch = fetch("sendToTiller");
    fetch.withObject("/conversation").put("id", CHANNEL);
    fetch.withObject("/value/messagePayload").putNull("replyToId");

    endpoint.send(fetch);

    assertThat(endpoint.inbox.shortcuts)
        .singleElement()
        .matches(it -> it.address().thread().root().equals("1700000000005"));
  }

  @Test
  void whoeverDoesNotGetTheFormIsToldWhy() {
    endpoint.inbox.answer = new Ask.Answer.Refuse("There is no agent here.");

    assertThat(Endpoint.body(endpoint.send(fetch("followUp"))))
        .isEqualTo("{\"task\":{\"type\":\"message\",\"value\":\"There is no agent here.\"}}");
  }

  @Test
  void theCoreIsToldOfAGuestWhoUsesIt() {
    endpoint.send(
        with(fetch("sendToTiller"), it -> it.withObject("/from").put("userRole", "guest")));

    assertThat(endpoint.inbox.shortcuts).singleElement().matches(Shortcut::outsider);
  }

  @Test
  void inAChatWithoutTheBotItSaysSo() {
    var among = fetch("sendToTiller");
    among
        .withObject("/conversation")
        .put("id", "19:a_b@unq.gbl.spaces")
        .put("conversationType", "personal");
    var unnamed = fetch("sendToTiller");
    unnamed.remove("conversation");

    for (var fetch : List.of(among, unnamed)) {
      assertThat(Endpoint.body(endpoint.send(fetch))).contains("not part of this chat");
    }
    assertThat(endpoint.inbox.shortcuts).isEmpty();
  }

  @Test
  void aCommandThatTheManifestDoesNotHaveIsNotImplemented() {
    assertThat(endpoint.send(fetch("other")).status()).isEqualTo(501);
  }

  @Test
  void theFormThatComesBackIsOfTheSameThread() {
    var submit = fetch("sendToTiller");
    submit.put("name", "composeExtension/submitAction");
    submit
        .withObject("/value/data")
        .put("key", "send:m-1")
        .put("nonce", "n-1")
        .put("field_prompt", "do it");

    var answer = endpoint.send(submit);

    assertThat(answer).matches(it -> it.status() == 200 && it.body().length == 0);
    assertThat(endpoint.inbox.forms)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.key()).isEqualTo(new ActionKey("send", "m-1"));
          assertThat(it.nonce()).isEqualTo("n-1");
          assertThat(it.values()).isEqualTo(Map.of("prompt", "do it"));
          assertThat(it.address().thread().root()).isEqualTo("1700000000001");
        });
  }

  @Test
  void aFormOfAGuestIsNone() {
    var submit = fetch("sendToTiller").put("name", "composeExtension/submitAction");
    submit.withObject("/value/data").put("key", "send:m-1").put("nonce", "n-1");
    submit.withObject("/from").put("userRole", "guest");

    assertThat(Endpoint.body(endpoint.send(submit))).contains("Only members of this organization");
    assertThat(endpoint.inbox.isEmpty()).isTrue();
  }

  @Test
  void theCommandsAreThoseOfTheManifest() throws IOException {
    var manifest =
        TeamsJson.MAPPER.readTree(
            Files.readString(
                Path.of("../manifests/src/main/resources/manifests/teams/manifest.json")));

    assertThat(manifest.at("/composeExtensions/0/commands").findValuesAsText("id"))
        .containsExactly(TeamsMenu.SEND, TeamsMenu.FOLLOW_UP);
  }

  private static ObjectNode fetch(String command) {
    return with(
        invoke(
            "composeExtension/fetchTask",
            """
            {"commandId": "%s", "commandContext": "message", "requestId": "1",
             "context": {"theme": "default"},
             "messagePayload": {"id": "1700000000005", "replyToId": "1700000000001",
               "body": {"contentType": "html",
                 "content": "<div><p>the login test &amp; more</p><p>is &lt;flaky&gt;</p></div>"},
               "from": {"user": {"id": "ben-id", "displayName": "Ben"}, "application": null},
               "attachments": [], "mentions": [], "reactions": []}}
            """
                .formatted(command)),
        it -> it.remove("replyToId"));
  }
}
