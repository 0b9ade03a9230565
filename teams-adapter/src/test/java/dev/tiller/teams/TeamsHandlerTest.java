package dev.tiller.teams;

import static dev.tiller.teams.Activities.bytes;
import static dev.tiller.teams.Activities.inChannel;
import static dev.tiller.teams.Activities.inPersonal;
import static dev.tiller.teams.Activities.mentioningBot;
import static dev.tiller.teams.Activities.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsHandlerTest {

  private final Endpoint endpoint = new Endpoint();

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @Test
  void aMessageIsHandedInAndAcknowledged() {
    var answer =
        endpoint.send(mentioningBot(inChannel("17", "17", "<at>Tiller</at> fix the login")));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(endpoint.inbox.messages)
        .singleElement()
        .matches(it -> it.text().equals(" fix the login"));
  }

  @Test
  void aMessageThatCannotBeStoredIsAskedForAgain() {
    endpoint.inbox.failing = true;

    assertThat(endpoint.send(inPersonal("17", "hello")).status()).isEqualTo(503);
    endpoint.inbox.failing = false;
    assertThat(endpoint.send(inPersonal("17", "hello")).status()).isEqualTo(200);
    assertThat(endpoint.inbox.messages).hasSize(1);
  }

  @Test
  void aMessageDeliveredTwiceIsHandedInTwiceAndEqual() {
    endpoint.send(inPersonal("17", "hello"));
    endpoint.send(inPersonal("17", "hello"));

    assertThat(endpoint.inbox.messages).hasSize(2);
    assertThat(endpoint.inbox.messages.getFirst()).isEqualTo(endpoint.inbox.messages.getLast());
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

    assertThat(endpoint.send(activity).status()).isEqualTo(200);
    assertThat(endpoint.inbox.isEmpty()).isTrue();
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
    var answer = endpoint.send(body, "Bearer " + endpoint.issuer.token());

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void endlessNestingIsABadRequest() {
    var body = "{\"value\":" + "[".repeat(100_000);

    assertThat(endpoint.send(body, "Bearer " + endpoint.issuer.token()).status()).isEqualTo(400);
  }

  @Test
  void aMessageWithoutItsEssentialsIsABadRequest() {
    for (var part : List.of("id", "from", "conversation")) {
      var activity = inPersonal("17", "hello");
      activity.remove(part);

      assertThat(endpoint.send(activity).status()).as(part).isEqualTo(400);
    }
  }

  @Test
  void anOversizedBodyIsRefusedUnread() {
    var body = new byte[(1 << 20) + 1];

    assertThat(endpoint.send(body, "Bearer " + endpoint.issuer.token()).status()).isEqualTo(413);
    assertThat(endpoint.issuer.looks()).isZero();
  }

  @Test
  void nothingIsReadWithoutAToken() {
    assertThat(endpoint.send(bytes(inPersonal("17", "hello")), "Bearer none").status())
        .isEqualTo(401);
    assertThat(endpoint.send("{", "Bearer none").status()).isEqualTo(401);
    assertThat(endpoint.inbox.isEmpty()).isTrue();
  }

  @Test
  void everyRefusalLooksTheSame() {
    var forged = endpoint.send(bytes(inPersonal("17", "hello")), "Bearer none");
    var foreign =
        endpoint.send(with(inPersonal("17", "hello"), it -> it.put("channelId", "directline")));
    var malformed = endpoint.send("{", "Bearer " + endpoint.issuer.token());

    assertThat(List.of(Endpoint.body(forged), Endpoint.body(foreign), Endpoint.body(malformed)))
        .containsOnly("not accepted");
  }

  @Test
  void onlyPostsAreAnswered() {
    assertThat(endpoint.send("GET", Map.of(), new byte[0]).status()).isEqualTo(405);
  }
}
