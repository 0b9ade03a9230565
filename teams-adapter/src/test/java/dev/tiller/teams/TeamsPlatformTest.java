package dev.tiller.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform.Found;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.Reaction;
import dev.tiller.core.chat.RichText;
import dev.tiller.teams.LoopbackServer.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamsPlatformTest {

  private static final Post NOTICE =
      new Notice(Optional.empty(), RichText.plain("a < b"), List.of());
  private static final MessageRef CARD = new MessageRef("1700000000009");

  private final Connector connector = new Connector();

  @AfterEach
  void stop() {
    connector.close();
  }

  @Test
  void aPostGoesToTheThreadOfTheChannel() {
    var posted = connector.teams().post(connector.channel(), "key", NOTICE);

    assertThat(posted).isEqualTo(new MessageRef("1700000000010"));
    var request = connector.requests().getFirst();
    assertThat(request.method() + " " + request.path())
        .isEqualTo("POST /teams/v3/conversations/19:general@thread.tacv2;messageid=17/activities");
    assertThat(request.authorization()).isEqualTo("Bearer t-1");
    assertThat(request.agent()).isEqualTo("Tiller");
    assertThat(Activities.json(request.body()))
        .isEqualTo(
            Activities.json(
                """
                {"type": "message", "historyDisclosed": false,
                 "textFormat": "xml", "text": "a &lt; b", "summary": "a < b"}
                """));
    assertThat(connector.requests()).hasSize(1);
  }

  @Test
  void aPostInAChatGoesToTheChat() {
    connector.teams().post(connector.at("a:personal", "a:personal"), "key", NOTICE);

    assertThat(connector.requests())
        .singleElement()
        .matches(it -> it.path().equals("/teams/v3/conversations/a:personal/activities"));
  }

  @Test
  void threadsAndGroupChatsHaveAddressesAndPersonalChatsHaveNone() {
    assertThat(link("19:general@thread.tacv2", "17"))
        .startsWith(
            "https://teams.microsoft.com/l/message/19%3Ageneral%40thread.tacv2/17?tenantId=");
    assertThat(link("19:group@thread.v2", "19:group@thread.v2"))
        .startsWith("https://teams.microsoft.com/l/chat/19%3Agroup%40thread.v2/0?tenantId=");
    assertThat(link("a:personal", "a:personal")).isEmpty();
    assertThat(connector.requests()).isEmpty();
  }

  private String link(String channel, String root) {
    return connector
        .teams()
        .linkTo(connector.at(channel, root).thread())
        .map(String::valueOf)
        .orElse("");
  }

  @Test
  void anUpdateReplacesTheMessage() {
    connector.answers(Answer.json(200, "{\"id\":\"1700000000009\"}"));

    connector.teams().update(connector.channel(), CARD, card());

    assertThat(connector.requests())
        .singleElement()
        .matches(it -> it.method().equals("PUT"))
        .matches(it -> it.path().endsWith(";messageid=17/activities/1700000000009"))
        .matches(it -> it.body().contains("\"id\":\"1700000000009\""))
        .matches(it -> it.body().contains("\"content\":{\"type\":\"AdaptiveCard\""));
  }

  @Test
  void anUpdateThatAnswersNothingIsDone() {
    connector.answers(new Answer(200, Map.of(), ""));

    connector.teams().update(connector.channel(), CARD, NOTICE);

    assertThat(connector.requests()).hasSize(1);
  }

  @Test
  void whatTeamsCannotDoIsSaid() {
    connector.teams().react(connector.channel(), "17", Reaction.DONE);

    assertThat(connector.teams().abilities().reactions()).isFalse();
    assertThat(connector.teams().find(connector.channel(), "key"))
        .isEqualTo(new Found.CannotTell());
    assertThat(connector.requests()).isEmpty();
  }

  @Test
  void theTokenStaysWithTheHostsOnTheList() {
    try (var stranger = new LoopbackServer(request -> Answer.json(201, "{\"id\":\"1\"}"))) {
      for (var route :
          List.of(
              "",
              stranger.at("/teams/").toString(),
              "http://" + connector.server.host() + "@" + stranger.host() + "/")) {
        refused(() ->
            connector
                .teams()
                .post(new Address(connector.channel().thread(), route), "key", NOTICE));
      }
      assertThat(stranger.requests()).isEmpty();
      assertThat(connector.login.requests()).isEmpty();
    }
  }

  @Test
  void aRedirectIsNotFollowed() {
    try (var stranger = new LoopbackServer(request -> Answer.json(201, "{\"id\":\"1\"}"))) {
      for (int status : List.of(301, 302, 307, 308)) {
        connector.answers(new Answer(status, Map.of("Location", stranger.at("/").toString()), ""));

        refused(() -> connector.teams().post(connector.channel(), "key", NOTICE));
      }
      assertThat(stranger.requests()).isEmpty();
    }
  }

  @Test
  void cookiesAreNotKept() {
    connector.answers(
        new Answer(
            201,
            Map.of("Content-Type", "application/json", "Set-Cookie", "who=me"),
            "{\"id\":\"1\"}"));

    connector.teams().post(connector.channel(), "key", NOTICE);
    connector.teams().post(connector.channel(), "key", NOTICE);

    assertThat(connector.requests()).noneMatch(request -> request.cookie().contains("who"));
  }

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ChatFailure.Refused.class);
  }

  private static Card card() {
    return new Card(
        "Working",
        Card.Tone.WORKING,
        "",
        List.of(),
        RichText.EMPTY,
        Optional.empty(),
        List.of(),
        "");
  }
}
