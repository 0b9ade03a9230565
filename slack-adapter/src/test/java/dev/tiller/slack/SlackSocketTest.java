package dev.tiller.slack;

import static dev.tiller.slack.SocketInMiniature.QUICK;
import static dev.tiller.slack.SocketInMiniature.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.gson.JsonObject;
import dev.tiller.slack.RecordingSlack.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One socket and what can happen to it.
class SlackSocketTest {

  private static final Instant NOW = Instant.ofEpochSecond(SlackInMiniature.NOW);

  private final RecordingSlack api = new RecordingSlack();
  private final RecordingBot bot = new RecordingBot();
  private final SocketInMiniature slack =
      new SocketInMiniature(api, bot, InstantSource.fixed(NOW), QUICK);

  @AfterEach
  void stop() {
    slack.close();
    api.close();
  }

  private static String mention(String id) {
    return envelope(id, "events_api", Fixtures.payload("app_mention"));
  }

  private static void isAcknowledged(SocketServer.End end, String id) {
    await().until(() -> end.acknowledged().contains(id));
  }

  @Test
  void itIsOpenedByTheAppLevelTokenAndTellsSinceWhen() {
    await().until(slack.socket::connected);

    assertThat(slack.openings.getFirst().authorization()).isEqualTo("Bearer xapp-test-token");
    assertThat(slack.socket.state()).isEqualTo(new SocketState.Connected(NOW));
  }

  @Test
  void fragmentsAreJoined() {
    var frame = mention("e1");
    int third = frame.length() / 3;

    slack
        .server
        .end(0)
        .say(
            frame.substring(0, third),
            frame.substring(third, 2 * third),
            frame.substring(2 * third));

    isAcknowledged(slack.server.end(0), "e1");
    assertThat(bot.messages).hasSize(1);
  }

  @Test
  void whatIsTooLargeIsLeftAloneAndTheRestGoesOn() {
    var end = slack.server.end(0);
    var large = Fixtures.payload("app_mention");
    large.addProperty("more", "m".repeat(1024 * 1024));

    try (var log = new Logged()) {
      end.say(envelope("large", "events_api", large));
      end.say(mention("e1"));

      isAcknowledged(end, "e1");
      assertThat(end.acknowledged()).containsExactly("e1");
      assertThat(log.warnings()).containsExactly("Slack message too large: left alone");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"what_is_yet_to_come", "slash_commands", "interactive", "events_api"})
  void whatTheBotHasNoUseForIsAcknowledged(String type) {
    var payload = new JsonObject();
    payload.addProperty("command", "/tiller & more");
    payload.addProperty("text", "private words");

    slack.server.end(0).say(envelope("e1", type, payload));

    isAcknowledged(slack.server.end(0), "e1");
    assertThat(bot.messages).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "private words", "{\"type\":\"debug\"}", "{\"type\":7}"})
  void whatIsNoEnvelopeDoesNoHarm(String frame) {
    try (var log = new Logged()) {
      slack.server.end(0).say(frame);
      slack.server.end(0).say(mention("e1"));

      isAcknowledged(slack.server.end(0), "e1");
      assertThat(log.text()).doesNotContain("private words");
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  void onARefreshTheNewSocketComesFirstAndTheOldOneStillAcknowledges() {
    var accepting = new CountDownLatch(1);
    var old = slack.server.end(0);
    bot.before = () -> waitFor(accepting);
    old.say(mention("early"));

    old.disconnect("refresh_requested");
    slack.server.end(1);
    assertThat(old.isOpen()).isTrue();
    old.say(mention("late"));
    accepting.countDown();

    isAcknowledged(old, "early");
    isAcknowledged(old, "late");
    assertThat(slack.server.end(1).acknowledged()).isEmpty();
    await().until(() -> !old.isOpen());
    assertThat(slack.server.end(1).isOpen()).isTrue();
    assertThat(slack.socket.state()).isEqualTo(new SocketState.Connected(NOW));
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anAbruptEndIsFollowedByAnotherSocket() {
    slack.server.end(0).breakOff();

    slack.server.end(1).say(mention("e1"));

    isAcknowledged(slack.server.end(1), "e1");
  }

  @Test
  void aSilentConnectionIsGivenUp() {
    slack.server.end(0).fallSilent();

    slack.server.end(1).say(mention("e1"));

    isAcknowledged(slack.server.end(1), "e1");
    await().until(() -> !slack.server.end(0).isOpen());
  }

  static Answer[] troubles() {
    return new Answer[] {
      Answer.error("internal_error"),
      Answer.status(500),
      Answer.status(503),
      new Answer(429, Map.of("Retry-After", "0"), ""),
      Answer.json("no json"),
      Answer.json("{\"ok\":true}"),
      Answer.json("{\"ok\":true,\"url\":\"wss://evil.example/link\"}"),
      Answer.json("{\"ok\":true,\"url\":\"ws://127.0.0.1:1/link\"}"),
      Answer.cut(),
    };
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void aRequestForASocketThatFailsIsMadeAgain(Answer trouble) {
    await().until(slack.socket::connected);
    var left = new AtomicInteger(2);
    api.answerOpenings(call -> left.getAndDecrement() > 0 ? trouble : slack.ticket());

    try (var log = new Logged()) {
      slack.server.end(0).breakOff();
      slack.server.end(1).say(mention("e1"));

      isAcknowledged(slack.server.end(1), "e1");
      assertThat(log.warnings()).hasSizeGreaterThanOrEqualTo(3);
      assertThat(log.text()).doesNotContain("secret-ticket", "xapp-test-token", "evil.example");
    }
  }

  @Test
  void aTokenThatIsRefusedIsToldAndNotTriedAgainSoon() {
    await().until(slack.socket::connected);
    var asked = new AtomicInteger();
    api.answerOpenings(call -> {
      asked.incrementAndGet();
      return Answer.error("invalid_auth");
    });

    slack.server.end(0).breakOff();

    await().until(() -> asked.get() == 1);
    await()
        .untilAsserted(() ->
            assertThat(slack.socket.state())
                .isEqualTo(
                    new SocketState.Trying(
                        NOW,
                        "Slack does not accept the app-level token in SLACK_APP_TOKEN"
                            + " (invalid_auth).")));
    assertThat(asked).hasValue(1);
  }

  @Test
  void aSocketThatIsTurnedAwayAtOnceIsTriedAgain() {
    slack.server.greeting = "{\"type\":\"disconnect\",\"reason\":\"too_many_websockets\"}";
    slack.server.end(0).breakOff();
    slack.server.end(2);
    assertThat(slack.socket.connected()).isFalse();

    slack.server.greeting = "{\"type\":\"hello\"}";

    await().until(slack.socket::connected);
  }

  @Test
  void withNoConnectionLeftItIsTryingAlsoWhileARefreshIsOnItsWay() {
    await().until(slack.socket::connected);
    var asked = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    api.answerOpenings(call -> {
      asked.countDown();
      waitFor(answer);
      return slack.ticket();
    });

    slack.server.end(0).disconnect("refresh_requested");
    waitFor(asked);
    assertThat(slack.socket.connected()).isTrue();
    slack.server.end(0).breakOff();

    await()
        .atMost(Duration.ofSeconds(3))
        .until(() -> slack.socket.state() instanceof SocketState.Trying);
    answer.countDown();
    await().until(slack.socket::connected);
  }

  private static SocketPace settledAfter(Duration settled) {
    return paced(QUICK.ping(), settled);
  }

  private static SocketPace paced(Duration ping, Duration settled) {
    return new SocketPace(
        QUICK.open(),
        ping,
        QUICK.misses(),
        QUICK.retry(),
        QUICK.retryMost(),
        QUICK.seldom(),
        settled,
        QUICK.retire(),
        QUICK.finish());
  }

  @Test
  void aRefreshThatFailsSlowlyIsAFailure() {
    // It would take the other's first socket.
    await().until(slack.socket::connected);
    var time = new AtomicReference<>(NOW);
    var settled = Duration.ofSeconds(10);
    var failures = new AtomicInteger();
    try (var log = new Logged();
        var patient = new SocketInMiniature(api, bot, time::get, settledAfter(settled))) {
      await().until(patient.socket::connected);
      time.set(NOW.plus(settled));
      api.answerOpenings(call -> {
        time.updateAndGet(now -> now.plus(settled));
        return failures.getAndIncrement() < 2 ? Answer.error("internal_error") : patient.ticket();
      });

      patient.server.end(0).disconnect("refresh_requested");
      patient.server.end(1);

      // The second wait is longer than any first one.
      var waits =
          Pattern.compile("nextTryInMillis=\"(\\d+)\"")
              .matcher(log.text())
              .results()
              .map(it -> Long.parseLong(it.group(1)))
              .toList();
      assertThat(waits).hasSize(2).last().asInstanceOf(LONG).isGreaterThanOrEqualTo(20);
    }
  }

  @Test
  void theEndDoesNotWaitForAnOpeningThatHangs() {
    await().until(slack.socket::connected);
    var asked = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    api.answerOpenings(call -> {
      asked.countDown();
      waitFor(answer);
      return slack.ticket();
    });
    slack.server.end(0).breakOff();
    waitFor(asked);

    assertTimeoutPreemptively(Duration.ofSeconds(4), slack.socket::close);

    answer.countDown();
  }

  @Test
  void theEndKeepsToItsTimeAlsoWhereSlackAnswersNoGoodbye() {
    await().until(slack.socket::connected);
    var seldom = paced(Duration.ofMinutes(1), QUICK.settled());
    try (var silent = new SocketInMiniature(api, bot, InstantSource.fixed(NOW), seldom)) {
      await().until(silent.socket::connected);
      silent.server.end(0).fallSilent();

      assertTimeoutPreemptively(
          Duration.ofMillis(900), () -> silent.socket.closeWithin(Duration.ofMillis(100)));
    }
  }

  @Test
  void theEndFinishesWhatIsInFlightTakesNoMoreAndSaysGoodbye() throws Exception {
    var accepting = new CountDownLatch(1);
    var arrived = new CountDownLatch(1);
    bot.before =
        () -> {
          arrived.countDown();
          waitFor(accepting);
        };
    var end = slack.server.end(0);
    end.say(mention("in-flight"));
    arrived.await();

    var closing = Thread.ofVirtual().start(slack.socket::close);
    await().until(() -> slack.socket.state() instanceof SocketState.Closing);
    end.say(mention("too-late"));
    accepting.countDown();
    closing.join();

    assertThat(end.acknowledged()).containsExactly("in-flight");
    await().until(() -> end.closedWith == 1000);
    assertThat(bot.messages).hasSize(1);
    assertThat(slack.server.ends()).hasSize(1);
  }
}
