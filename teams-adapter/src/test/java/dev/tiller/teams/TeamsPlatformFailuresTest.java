package dev.tiller.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.teams.LoopbackServer.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamsPlatformFailuresTest {

  private static final Post NOTICE =
      new Notice(Optional.empty(), RichText.plain("a < b"), List.of());
  private static final MessageRef CARD = new MessageRef("1700000000009");

  private final Connector connector = new Connector();

  @AfterEach
  void stop() {
    connector.close();
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
      connector.answers(answer);

      assertThatThrownBy(() -> connector.teams().post(connector.channel(), "key", NOTICE))
          .as(answer.toString())
          .isInstanceOf(ChatFailure.OutcomeUnknown.class);
      assertThat(connector.requests()).as(answer.toString()).hasSize(before + 1);
    }
  }

  @Test
  void aPostWhoseAnswerIsCutOffMayHaveHappened() {
    connector.behaves(request -> {
      throw new IOException("cut");
    });

    assertThatThrownBy(() -> connector.teams().post(connector.channel(), "key", NOTICE))
        .isInstanceOf(ChatFailure.OutcomeUnknown.class);
    assertThat(connector.requests()).hasSize(1);
    assertThatThrownBy(() -> connector.teams().update(connector.channel(), CARD, NOTICE))
        .isInstanceOf(ChatFailure.NotNow.class);
  }

  @Test
  void aPostThatReachesNobodyMayBeRepeated() {
    connector.server.close();

    assertThatThrownBy(() -> connector.teams().post(connector.channel(), "key", NOTICE))
        .isInstanceOf(ChatFailure.NotNow.class);
  }

  @Test
  void tooManyMessagesAreToldWithTheDelay() {
    connector.answers(new Answer(429, Map.of("Retry-After", "3"), error("Throttled")));

    assertThatThrownBy(() -> connector.teams().post(connector.channel(), "key", NOTICE))
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
    connector.answers(Answer.json(400, "{\"error\":{\"code\":\"Bad\",\"message\":\"a < b\"}}"));

    assertThatThrownBy(() -> connector.teams().post(connector.channel(), "key", NOTICE))
        .hasMessage("400 Bad")
        .hasNoCause();
  }

  @Test
  void aRejectedTokenIsNotUsedAgain() {
    refuses(401, error("Unauthorized"), ChatFailure.Refused.class);
    connector.answers(Answer.json(201, "{\"id\":\"1\"}"));

    connector.teams().post(connector.channel(), "key", NOTICE);

    assertThat(connector.login.requests()).hasSize(2);
  }

  @Test
  void withoutALoginNothingIsSent() {
    connector.login.close();

    assertThatThrownBy(() -> connector.teams().post(connector.channel(), "key", NOTICE))
        .isInstanceOf(ChatFailure.NotNow.class)
        .hasMessage("login_unreachable");
    assertThat(connector.requests()).isEmpty();
  }

  private void refuses(int status, String body, Class<? extends ChatFailure> failure) {
    connector.answers(Answer.json(status, body));

    assertThatThrownBy(() -> connector.teams().post(connector.channel(), "key", NOTICE))
        .isInstanceOf(failure);
  }

  private static String error(String code) {
    return "{\"error\":{\"code\":\"%s\",\"message\":\"words\"}}".formatted(code);
  }
}
