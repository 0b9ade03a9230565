package dev.tiller.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.ChatPlatform.Found;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.Reaction;
import dev.tiller.core.chat.RichText;
import dev.tiller.teams.LoopbackServer.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamsPlatformTest {

  private static final Post NOTICE =
      new Notice(Optional.empty(), RichText.plain("a < b"), List.of());
  private static final MessageRef CARD = new MessageRef("1700000000009");

  private final AtomicReference<LoopbackServer.Script> script =
      new AtomicReference<>(request -> Answer.json(201, "{\"id\":\"1700000000010\"}"));
  private final LoopbackServer connector =
      new LoopbackServer(request -> script.get().answer(request));
  private final LoopbackServer login =
      new LoopbackServer(
          request -> Answer.json(200, "{\"access_token\":\"t-1\",\"expires_in\":3600}"));
  private final TeamsAdapter adapter =
      new TeamsAdapter(
          new TeamsSettings(
              "app",
              "secret",
              "tenant",
              TeamsSettings.OPENID_METADATA,
              login.at(""),
              List.of(connector.host())),
          new MovableClock());
  private final ChatPlatform teams = adapter.platform();

  @AfterEach
  void stop() {
    adapter.close();
    connector.close();
    login.close();
  }

  @Test
  void aPostGoesToTheThreadOfTheChannel() {
    var posted = teams.post(channel(), "key", NOTICE);

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
    teams.post(at("a:personal", "a:personal"), "key", NOTICE);

    assertThat(connector.requests())
        .singleElement()
        .matches(it -> it.path().equals("/teams/v3/conversations/a:personal/activities"));
  }

  @Test
  void anUpdateReplacesTheMessage() {
    script.set(request -> Answer.json(200, "{\"id\":\"1700000000009\"}"));

    teams.update(channel(), CARD, card());

    assertThat(connector.requests())
        .singleElement()
        .matches(it -> it.method().equals("PUT"))
        .matches(it -> it.path().endsWith(";messageid=17/activities/1700000000009"))
        .matches(it -> it.body().contains("\"id\":\"1700000000009\""))
        .matches(it -> it.body().contains("\"content\":{\"type\":\"AdaptiveCard\""));
  }

  @Test
  void anUpdateThatAnswersNothingIsDone() {
    script.set(request -> new Answer(200, Map.of(), ""));

    teams.update(channel(), CARD, NOTICE);

    assertThat(connector.requests()).hasSize(1);
  }

  @Test
  void whatTeamsCannotDoIsSaid() {
    teams.react(channel(), "17", Reaction.DONE);

    assertThat(teams.abilities().reactions()).isFalse();
    assertThat(teams.find(channel(), "key")).isEqualTo(new Found.CannotTell());
    assertThat(connector.requests()).isEmpty();
  }

  @Test
  void aPostIsMadeOnceWhateverTheServerSays() {
    for (var answer :
        List.of(
            Answer.json(500, "{}"),
            Answer.json(503, "oops"),
            new Answer(503, Map.of("Retry-After", "0"), ""),
            Answer.json(408, "{}"),
            Answer.json(200, "{}"),
            Answer.json(200, "<html>"),
            new Answer(200, Map.of(), ""))) {
      int before = connector.requests().size();
      script.set(request -> answer);

      assertThatThrownBy(() -> teams.post(channel(), "key", NOTICE))
          .as(answer.toString())
          .isInstanceOf(ChatFailure.OutcomeUnknown.class);
      assertThat(connector.requests()).as(answer.toString()).hasSize(before + 1);
    }
  }

  @Test
  void aPostWhoseAnswerIsCutOffMayHaveHappened() {
    script.set(request -> {
      throw new IOException("cut");
    });

    assertThatThrownBy(() -> teams.post(channel(), "key", NOTICE))
        .isInstanceOf(ChatFailure.OutcomeUnknown.class);
    assertThat(connector.requests()).hasSize(1);
    assertThatThrownBy(() -> teams.update(channel(), CARD, NOTICE))
        .isInstanceOf(ChatFailure.NotNow.class);
  }

  @Test
  void aPostThatReachesNobodyMayBeRepeated() {
    connector.close();

    assertThatThrownBy(() -> teams.post(channel(), "key", NOTICE))
        .isInstanceOf(ChatFailure.NotNow.class);
  }

  @Test
  void tooManyMessagesAreToldWithTheDelay() {
    script.set(request -> new Answer(429, Map.of("Retry-After", "3"), error("Throttled")));

    assertThatThrownBy(() -> teams.post(channel(), "key", NOTICE))
        .hasMessage("429 Throttled")
        .isInstanceOfSatisfying(
            ChatFailure.NotNow.class, it -> assertThat(it.delay()).contains(Duration.ofSeconds(3)));
  }

  @Test
  void aConversationThatShutTheBotOutIsGone() {
    refuses(403, error("BotNotInConversationRoster"), ChatFailure.Gone.class);
    refuses(404, error("ConversationNotFound"), ChatFailure.Gone.class);
    refuses(403, error("AnotherReason"), ChatFailure.Refused.class);
    refuses(400, "no json", ChatFailure.Refused.class);
  }

  @Test
  void theTextOfARefusalIsNotRepeated() {
    script.set(request -> Answer.json(400, "{\"error\":{\"code\":\"Bad\",\"message\":\"a < b\"}}"));

    assertThatThrownBy(() -> teams.post(channel(), "key", NOTICE))
        .hasMessage("400 Bad")
        .hasNoCause();
  }

  @Test
  void aRejectedTokenIsNotUsedAgain() {
    refuses(401, error("Unauthorized"), ChatFailure.Refused.class);
    script.set(request -> Answer.json(201, "{\"id\":\"1\"}"));

    teams.post(channel(), "key", NOTICE);

    assertThat(login.requests()).hasSize(2);
  }

  @Test
  void theTokenStaysWithTheHostsOnTheList() {
    try (var stranger = new LoopbackServer(request -> Answer.json(201, "{\"id\":\"1\"}"))) {
      for (var route :
          List.of(
              "",
              stranger.at("/teams/").toString(),
              "http://" + connector.host() + "@" + stranger.host() + "/")) {
        refused(() -> teams.post(new Address(channel().thread(), route), "key", NOTICE));
      }
      assertThat(stranger.requests()).isEmpty();
      assertThat(login.requests()).isEmpty();
    }
  }

  @Test
  void aRedirectIsNotFollowed() {
    try (var stranger = new LoopbackServer(request -> Answer.json(201, "{\"id\":\"1\"}"))) {
      for (int status : List.of(301, 302, 307, 308)) {
        script.set(
            request -> new Answer(status, Map.of("Location", stranger.at("/").toString()), ""));

        refused(() -> teams.post(channel(), "key", NOTICE));
      }
      assertThat(stranger.requests()).isEmpty();
    }
  }

  @Test
  void cookiesAreNotKept() {
    script.set(request ->
        new Answer(
            201,
            Map.of("Content-Type", "application/json", "Set-Cookie", "who=me"),
            "{\"id\":\"1\"}"));

    teams.post(channel(), "key", NOTICE);
    teams.post(channel(), "key", NOTICE);

    assertThat(connector.requests()).noneMatch(request -> request.cookie().contains("who"));
  }

  @Test
  void withoutALoginNothingIsSent() {
    login.close();

    assertThatThrownBy(() -> teams.post(channel(), "key", NOTICE))
        .isInstanceOf(ChatFailure.NotNow.class)
        .hasMessage("login_unreachable");
    assertThat(connector.requests()).isEmpty();
  }

  private void refuses(int status, String body, Class<? extends ChatFailure> failure) {
    script.set(request -> Answer.json(status, body));

    assertThatThrownBy(() -> teams.post(channel(), "key", NOTICE)).isInstanceOf(failure);
  }

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ChatFailure.Refused.class);
  }

  private static String error(String code) {
    return "{\"error\":{\"code\":\"%s\",\"message\":\"words\"}}".formatted(code);
  }

  private Address channel() {
    return at("19:general@thread.tacv2", "17");
  }

  private Address at(String channel, String root) {
    return new Address(
        new ChatThread(Platform.TEAMS, "tenant", channel, root),
        connector.at("/teams/").toString());
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
