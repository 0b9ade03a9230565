package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.RichText;
import dev.tiller.slack.RecordingSlack.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a call that goes wrong is to its caller.
class SlackFailuresTest {

  private static final Address THREAD =
      new Address(new ChatThread(Platform.SLACK, "T0ACME", "C0WEB", "1763800000.000100"), "");
  private static final MessageRef CARD = new MessageRef("1763800005.000400");
  private static final Notice NOTICE =
      new Notice(Optional.empty(), RichText.plain("a < b"), List.of());

  private final RecordingSlack slack = new RecordingSlack();
  private final SlackApi api = new SlackApi(slack.settings(), Duration.ofSeconds(10));
  private final ChatPlatform platform = slack.platform(api);

  @AfterEach
  void stop() {
    api.close();
    slack.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "message_not_found",
        "thread_not_found"
      })
  void whatIsNotThereAnyMoreIsGone(String code) {
    slack.answer(Answer.error(code));

    assertThatThrownBy(() -> platform.post(THREAD, "card-1", NOTICE))
        .isInstanceOf(ChatFailure.Gone.class)
        .hasMessage(code);
    assertThatThrownBy(() -> platform.find(THREAD, "card-1")).isInstanceOf(ChatFailure.Gone.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token_revoked",
        "invalid_auth",
        "account_inactive",
        "missing_scope",
        "msg_blocks_too_long",
        "invalid_blocks",
        "some_future_code"
      })
  void whatRepeatingCannotMendIsRefused(String code) {
    slack.answer(Answer.error(code));

    assertThatThrownBy(() -> platform.post(THREAD, "card-1", NOTICE))
        .isInstanceOf(ChatFailure.Refused.class)
        .hasMessage(code);
  }

  @Test
  void aRateLimitSaysHowLongToWait() {
    slack.answer(
        new Answer(429, Map.of("Retry-After", "30"), "{\"ok\":false,\"error\":\"ratelimited\"}"));

    var failure = failureOf(ChatFailure.NotNow.class);

    assertThat(failure.delay()).contains(Duration.ofSeconds(30));
    assertThat(slack.calls()).hasSize(1);
  }

  @Test
  void aRateLimitWithoutADelayIsStillOne() {
    slack.answer(new Answer(429, Map.of("Retry-After", "soon"), ""));
    assertThat(failureOf(ChatFailure.NotNow.class).delay()).isEmpty();

    slack.answer(Answer.error("ratelimited"));
    assertThat(failureOf(ChatFailure.NotNow.class).delay()).isEmpty();
  }

  @Test
  void aPostWithoutAReadableAnswerMayHaveTakenEffectAndIsSentOnce() {
    for (var answer :
        List.of(
            Answer.status(500),
            Answer.status(503),
            Answer.cut(),
            Answer.error("internal_error"),
            Answer.json("{\"ok\":true}"),
            Answer.json("{\"ok\":true,\"ts\":[]}"),
            Answer.json("<html>"),
            Answer.json(""))) {
      slack.answer(answer);
      int before = slack.calls().size();

      assertThatThrownBy(() -> platform.post(THREAD, "card-1", NOTICE))
          .as("%s", answer)
          .isInstanceOf(ChatFailure.OutcomeUnknown.class);
      assertThat(slack.calls()).as("%s", answer).hasSize(before + 1);
    }
  }

  @Test
  void aPostThatIsNotAnsweredInTimeMayHaveTakenEffect() {
    try (var hasty = new SlackApi(slack.settings(), Duration.ofSeconds(1))) {
      var impatient = slack.platform(hasty);
      impatient.post(THREAD, "card-1", NOTICE);
      slack.answer(Answer.silence());

      assertThatThrownBy(() -> impatient.post(THREAD, "card-2", NOTICE))
          .isInstanceOf(ChatFailure.OutcomeUnknown.class)
          .hasMessage("no_answer");
    }
  }

  @Test
  void aPostOnAUsedConnectionIsNotRepeatedWhenItIsCut() {
    platform.post(THREAD, "card-1", NOTICE);
    slack.answer(Answer.cut());

    failureOf(ChatFailure.OutcomeUnknown.class);

    assertThat(slack.calls()).hasSize(2);
  }

  @Test
  void anUpdateOrASearchWithoutAnAnswerMayBeRepeated() {
    for (var answer : List.of(Answer.status(500), Answer.cut(), Answer.json("<html>"))) {
      slack.answer(answer);

      assertThatThrownBy(() -> platform.update(THREAD, CARD, NOTICE))
          .as("%s", answer)
          .isInstanceOf(ChatFailure.NotNow.class);
      assertThatThrownBy(() -> platform.find(THREAD, "card-1"))
          .as("%s", answer)
          .isInstanceOf(ChatFailure.NotNow.class);
    }
  }

  @Test
  void aSlackThatCannotBeReachedGotNothing() {
    slack.close();

    assertThat(failureOf(ChatFailure.NotNow.class)).hasMessage("not_reachable");
  }

  @Test
  void theTokenIsNotCarriedToAnotherAddress() {
    try (var elsewhere = new RecordingSlack()) {
      slack.answer(
          new Answer(307, Map.of("Location", elsewhere.apiUrl() + "chat.postMessage"), ""));

      assertThat(failureOf(ChatFailure.Refused.class)).hasMessage("http_307");
      assertThat(elsewhere.calls()).isEmpty();
    }
  }

  @Test
  void theMachinesProxyGetsNothing() {
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", "9");
    System.setProperty("http.nonProxyHosts", "");
    try (var direct = new SlackApi(slack.settings(), Duration.ofSeconds(10))) {
      direct.call("auth.test", Map.of());

      assertThat(slack.calls()).hasSize(1);
    } finally {
      System.clearProperty("http.proxyHost");
      System.clearProperty("http.proxyPort");
      System.clearProperty("http.nonProxyHosts");
    }
  }

  @Test
  void failuresAndTheLogNeverShowTheTokenOrTheText() {
    try (var log = new Logged()) {
      for (var answer : List.of(Answer.status(500), Answer.cut(), Answer.error("invalid_auth"))) {
        slack.answer(answer);
        assertThatThrownBy(() -> platform.post(THREAD, "card-1", NOTICE))
            .satisfies(e ->
                assertThat(e.toString() + e.getCause())
                    .doesNotContain("xoxb", "a < b", "upstream"));
      }
      assertThat(log.text()).doesNotContain("xoxb", "a < b", "a &lt; b");
    }
  }

  private <T extends ChatFailure> T failureOf(Class<T> type) {
    return catchThrowableOfType(type, () -> platform.post(THREAD, "card-1", NOTICE));
  }
}
