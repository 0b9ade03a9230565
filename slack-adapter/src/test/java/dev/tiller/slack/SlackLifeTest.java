package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform.Hearing;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.ThreadStatus;
import dev.tiller.slack.RecordingSlack.Answer;
import dev.tiller.slack.SlackSettings.AgentStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Direct chats, what the bot hears, the native status, and who is a guest.
class SlackLifeTest {

  private static final Address THREAD = address("C0WEB", "1763800000.000100");
  private static final Person ANN = new Person("U0ANN", "U0ANN", "ann");

  private final RecordingSlack slack = new RecordingSlack();
  private final SlackApi api = new SlackApi(slack.settings(), Duration.ofSeconds(10));
  private final SlackPlatform platform = slack.platform(api);

  @AfterEach
  void stop() {
    api.close();
    slack.close();
  }

  @Test
  void aDirectChatIsItsMainLine() {
    slack.answer(Answer.json("{\"ok\":true,\"channel\":{\"id\":\"D0ANN\"},\"ts\":\"1.2\"}"));

    var chat = platform.direct(THREAD, ANN);
    platform.post(chat, "card-1", new Notice(Optional.empty(), RichText.plain("a"), List.of()));

    assertThat(chat).isEqualTo(address("D0ANN", "D0ANN"));
    assertThat(slack.calls("conversations.open").getFirst().argument("users")).isEqualTo("U0ANN");
    assertThat(slack.calls("chat.postMessage").getFirst().arguments())
        .containsEntry("channel", "D0ANN")
        .doesNotContainKey("thread_ts");
    assertThat(platform.linkTo(chat.thread()).orElseThrow().toString()).endsWith("&channel=D0ANN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"user_not_found", "user_disabled", "channel_not_found", "missing_scope"})
  void whoeverCannotBeWrittenToIsRefused(String error) {
    slack.answer(Answer.error(error));

    assertThatThrownBy(() -> platform.direct(THREAD, ANN))
        .isInstanceOf(ChatFailure.Refused.class)
        .hasMessage(error);
  }

  @ParameterizedTest
  @CsvSource({
    "missing_scope, MENTIONS_ONLY",
    "not_in_channel, MENTIONS_ONLY",
    "channel_not_found, MENTIONS_ONLY",
    "thread_not_found, UNKNOWN",
    "some_future_error, UNKNOWN",
  })
  void whereTheBotMayNotReadItHearsMentionsOnly(String error, Hearing hearing) {
    slack.answer(Answer.error(error));

    assertThat(platform.hearing(THREAD)).isEqualTo(hearing);
  }

  @Test
  void thatTheBotMayReadDoesNotSayThatItIsSubscribed() {
    assertThat(platform.hearing(THREAD)).isEqualTo(Hearing.UNKNOWN);

    platform.heard("C0WEB");

    assertThat(platform.hearing(THREAD)).isEqualTo(Hearing.ALL);
    assertThat(platform.hearing(address("C0OTHER", "1.1"))).isEqualTo(Hearing.UNKNOWN);
    assertThat(platform.hearing(address("D0ANN", "1.1"))).isEqualTo(Hearing.ALL);
  }

  @Test
  void anyMessageOfAChannelShowsThatAllAreDelivered() {
    assertThat(SlackEvents.heardIn(Fixtures.payload("message_channel"))).contains("C0WEB");
    assertThat(SlackEvents.heardIn(Fixtures.payload("app_mention"))).isEmpty();
  }

  @Test
  void theNativeStatusIsShownInTheThread() {
    platform.status(THREAD, ThreadStatus.WORKING);
    platform.status(THREAD, ThreadStatus.IDLE);

    assertThat(slack.calls("agents.sessions.setStatus"))
        .extracting(call ->
            call.argument("channel_id")
                + " "
                + call.argument("thread_ts")
                + " "
                + call.argument("status"))
        .containsExactly("C0WEB 1763800000.000100 processing", "C0WEB 1763800000.000100 active");
    assertThat(platform.abilities().status()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown_method",
        "not_allowed",
        "not_allowed_token_type",
        "feature_not_enabled",
        "missing_scope"
      })
  void aFirstRefusalThatSpeaksOfTheAppSwitchesTheNativeStatusOff(String error) {
    slack.answer(Answer.error(error));

    platform.status(THREAD, ThreadStatus.WORKING);
    platform.status(THREAD, ThreadStatus.WORKING);

    assertThat(platform.abilities().status()).isFalse();
    assertThat(slack.calls("agents.sessions.setStatus")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_arguments", "invalid_thread_ts", "some_future_error"})
  void aRefusalThatSpeaksOfTheThreadDoesNotSwitchTheNativeStatusOff(String error) {
    slack.answer(Answer.error(error));

    platform.status(THREAD, ThreadStatus.WORKING);

    assertThat(platform.abilities().status()).isTrue();
  }

  @Test
  void aDisplayThatWasSeenIsNotGivenUp() {
    platform.status(THREAD, ThreadStatus.WORKING);
    slack.answer(Answer.error("not_allowed"));

    platform.status(THREAD, ThreadStatus.WORKING);

    assertThat(platform.abilities().status()).isTrue();
  }

  @Test
  void thatNothingIsAtWorkAnyMoreIsToldAlsoAfterARefusal() {
    slack.answer(Answer.error("not_allowed"));

    platform.status(THREAD, ThreadStatus.WORKING);
    platform.status(THREAD, ThreadStatus.IDLE);

    assertThat(slack.calls("agents.sessions.setStatus").getLast().argument("status"))
        .isEqualTo("active");
  }

  @Test
  void troubleAndAGoneThreadDoNotSwitchTheNativeStatusOff() {
    for (var answer : new Answer[] {Answer.status(503), Answer.error("thread_not_found")}) {
      slack.answer(answer);

      assertThatThrownBy(() -> platform.status(THREAD, ThreadStatus.WORKING))
          .isInstanceOf(ChatFailure.class);
    }
    assertThat(platform.abilities().status()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"ON, true, 2", "OFF, false, 0", "AUTO, false, 2"})
  void whatIsConfiguredWins(AgentStatus wanted, boolean shown, int calls) {
    slack.answer(Answer.error("not_allowed"));
    var status = new SlackStatus(api, wanted);

    status.show(THREAD, ThreadStatus.WORKING);
    status.show(THREAD, ThreadStatus.IDLE);

    assertThat(status.isShown()).isEqualTo(shown);
    assertThat(slack.calls("agents.sessions.setStatus")).hasSize(calls);
  }

  @Test
  void aDirectChatsMainLineHasNoStatus() {
    platform.status(address("D0ANN", "D0ANN"), ThreadStatus.WORKING);

    assertThat(slack.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"is_restricted", "is_ultra_restricted", "is_stranger"})
  void aGuestIsKnownOnceMetAndLookedUpOnce(String flag) {
    slack.answer(Answer.json("{\"ok\":true,\"user\":{\"id\":\"U0EVE\",\"" + flag + "\":true}}"));
    var members = new SlackMembers(api, InstantSource.system());
    assertThat(members.isGuest("U0EVE")).isFalse();

    members.meet("U0EVE");
    members.meet("U0EVE");

    await().until(() -> members.isGuest("U0EVE"));
    assertThat(slack.calls("users.info")).hasSize(1);
  }

  @Test
  void whoeverWasAskedForByNameIsKnownToo() {
    slack.answer(
        Answer.json("{\"ok\":true,\"user\":{\"real_name\":\"Eve\",\"is_restricted\":true}}"));
    var members = new SlackMembers(api, InstantSource.system());

    assertThat(members.nameOf(new Person("U0EVE", "U0EVE", "U0EVE"))).contains("Eve");

    assertThat(members.isGuest("U0EVE")).isTrue();
  }

  @Test
  void twoWhoAskAtTheSameTimeShareTheAnswer() {
    var answered = new CountDownLatch(1);
    slack.answer(call -> {
      await().until(() -> answered.getCount() == 0);
      return Answer.json("{\"ok\":true,\"user\":{\"real_name\":\"Eve\"}}");
    });
    var members = new SlackMembers(api, InstantSource.system());
    members.meet("U0EVE");
    await().until(() -> !slack.calls("users.info").isEmpty());

    var name = new AtomicReference<Optional<String>>(Optional.empty());
    var second = new Thread(() -> name.set(members.nameOf(new Person("U0EVE", "U0EVE", "U0EVE"))));
    second.start();
    await().until(() -> second.getState() == Thread.State.WAITING);
    answered.countDown();

    await().until(() -> name.get().isPresent());
    assertThat(slack.calls("users.info")).hasSize(1);
  }

  @Test
  void whatIsKnownIsLookedUpAgainAfterHours() {
    var now = new AtomicReference<>(Instant.parse("2026-11-22T09:00:00Z"));
    var members = new SlackMembers(api, now::get, Runnable::run);
    members.meet("U0EVE");
    members.meet("U0EVE");
    assertThat(slack.calls("users.info")).hasSize(1);

    now.set(Instant.parse("2026-11-22T15:00:01Z"));
    members.meet("U0EVE");

    assertThat(slack.calls("users.info")).hasSize(2);
  }

  @Test
  void aLookUpThatFailsIsTriedAgainAfterAMinute() {
    var now = new AtomicReference<>(Instant.parse("2026-11-22T09:00:00Z"));
    var members = new SlackMembers(api, now::get, Runnable::run);
    slack.answer(Answer.status(503));
    members.meet("U0EVE");
    members.meet("U0EVE");
    assertThat(slack.calls("users.info")).hasSize(1);

    slack.answer(Answer.json("{\"ok\":true,\"user\":{\"is_restricted\":true}}"));
    now.set(Instant.parse("2026-11-22T09:01:01Z"));
    members.meet("U0EVE");

    assertThat(members.isGuest("U0EVE")).isTrue();
  }

  @Test
  void aGuestStaysOneWhenTheNextLookUpFails() {
    var now = new AtomicReference<>(Instant.parse("2026-11-22T09:00:00Z"));
    var members = new SlackMembers(api, now::get, Runnable::run);
    slack.answer(Answer.json("{\"ok\":true,\"user\":{\"is_restricted\":true}}"));
    members.meet("U0EVE");
    assertThat(members.isGuest("U0EVE")).isTrue();

    slack.answer(Answer.error("internal_error"));
    now.set(Instant.parse("2026-11-22T15:00:01Z"));
    members.meet("U0EVE");

    assertThat(slack.calls("users.info")).hasSize(2);
    assertThat(members.isGuest("U0EVE")).isTrue();
  }

  @Test
  void aGuestWhoWritesIsAnOutsiderFromTheSecondMessageOn() {
    try (var miniature = new SlackInMiniature()) {
      miniature.api.answer(Answer.json("{\"ok\":true,\"user\":{\"is_restricted\":true}}"));

      miniature.deliver(Fixtures.payload("app_mention"));
      await().until(() -> !miniature.api.calls("users.info").isEmpty());

      await()
          .untilAsserted(() -> {
            miniature.deliver(Fixtures.payload("app_mention"));
            assertThat(miniature.bot.messages.getLast().outsider()).isTrue();
          });
      assertThat(miniature.bot.messages.getFirst().outsider()).isFalse();
    }
  }

  @Test
  void theBotsNameIsKnownBeforeAnythingIsSaid() {
    try (var miniature = new SlackInMiniature()) {
      miniature.api.answer(call ->
          Answer.json(
              "{\"ok\":true,\"user_id\":\"U0TILLER\",\"user\":"
                  + (call.method().equals("users.info") ? "{\"real_name\":\"Ops Bot\"}" : "\"ops\"")
                  + "}"));

      miniature.adapter.warmUp();

      await().until(() -> miniature.api.lookUps("U0TILLER") == 1);
      await()
          .untilAsserted(() -> {
            miniature.deliver(Fixtures.payload("app_mention"));
            assertThat(miniature.bot.messages.getLast().addressing().botName()).contains("Ops Bot");
          });
      assertThat(miniature.api.lookUps("U0TILLER")).isEqualTo(1);
    }
  }

  private static Address address(String channel, String root) {
    return new Address(new ChatThread(Platform.SLACK, "T0ACME", channel, root), "");
  }
}
