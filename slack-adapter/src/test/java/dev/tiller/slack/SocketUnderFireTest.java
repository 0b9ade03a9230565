package dev.tiller.slack;

import static dev.tiller.slack.SocketInMiniature.QUICK;
import static dev.tiller.slack.SocketInMiniature.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.slack.RecordingSlack.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A socket when a connection ends, or cannot be had, at an awkward instant.
class SocketUnderFireTest {

  private static final Instant NOW = Instant.ofEpochSecond(SlackInMiniature.NOW);

  private final AtomicReference<InstantSource> clock =
      new AtomicReference<>(InstantSource.fixed(NOW));
  private final RecordingSlack api = new RecordingSlack();
  private final RecordingBot bot = new RecordingBot();
  private final SocketInMiniature slack =
      new SocketInMiniature(api, bot, () -> clock.get().instant(), mendedSoon());

  /// As quick as the others, also where only a person can mend what is wrong.
  private static SocketPace mendedSoon() {
    return new SocketPace(
        QUICK.open(),
        QUICK.ping(),
        QUICK.misses(),
        QUICK.retry(),
        QUICK.retryMost(),
        Duration.ofMillis(50),
        QUICK.settled(),
        QUICK.retire(),
        QUICK.finish());
  }

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

  private static void waitFor(CountDownLatch latch, Duration most) {
    try {
      var _ = latch.await(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void severalAnnouncementsOfAnEndLeadToOneSuccessor() {
    await().until(slack.socket::connected);
    slack.server.end(0).disconnect("warning");
    slack.server.end(0).disconnect("refresh_requested");
    slack.server.end(1).say(mention("e1"));

    isAcknowledged(slack.server.end(1), "e1");
    await().until(() -> !slack.server.end(0).isOpen());
    assertThat(slack.server.ends()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"token_revoked", "account_inactive", "not_allowed_token_type"})
  void onceAPersonHasMendedTheTokenTheBotHearsAgain(String refusal) {
    await().until(slack.socket::connected);
    api.answerOpenings(call -> Answer.error(refusal));
    slack.server.end(0).breakOff();
    await()
        .until(() ->
            slack.socket.state() instanceof SocketState.Trying(_, var why)
                && why.contains("SLACK_APP_TOKEN"));

    api.answerOpenings(call -> slack.ticket());
    slack.server.end(1).say(mention("e1"));

    isAcknowledged(slack.server.end(1), "e1");
    await().until(slack.socket::connected);
  }

  @Test
  void onceSocketModeIsSwitchedOnAgainTheBotHearsAgain() {
    await().until(slack.socket::connected);
    api.answerOpenings(call -> Answer.error("link_disabled"));
    slack.server.end(0).disconnect("link_disabled");
    slack.server.end(0).breakOff();
    await().until(() -> !slack.socket.connected());

    api.answerOpenings(call -> slack.ticket());

    await().until(slack.socket::connected);
  }

  @Test
  void aClockThatIsSetBackDoesNotDelayTheNextConnection() {
    await().until(slack.socket::connected);
    clock.set(InstantSource.fixed(NOW.minus(Duration.ofDays(1))));
    slack.server.end(0).breakOff();

    slack.server.end(1).say(mention("e1"));

    isAcknowledged(slack.server.end(1), "e1");
  }

  @Test
  void anErrorWhileConnectingDoesNotEndTheTrying() {
    await().until(slack.socket::connected);
    var left = new AtomicInteger(2);
    clock.set(() -> {
      if (left.getAndDecrement() > 0) {
        throw new NoClassDefFoundError("private words");
      }
      return NOW;
    });

    try (var log = new Logged()) {
      slack.server.end(0).disconnect("refresh_requested");

      slack.server.end(2).say(mention("e1"));
      isAcknowledged(slack.server.end(2), "e1");
      await().until(() -> !slack.server.end(1).isOpen());
      assertThat(log.text()).doesNotContain("private words");
    }
  }

  /// The old connection's end is told at the instant at which the new one is there.
  @Test
  void theStateIsThatOfTheNewConnectionHoweverLateTheEndOfTheOldOneIsNoticed() {
    await().until(slack.socket::connected);
    var asked = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    api.answerOpenings(call -> {
      asked.countDown();
      waitFor(answer, Duration.ofSeconds(10));
      return slack.ticket();
    });
    slack.server.end(0).disconnect("refresh_requested");
    waitFor(asked, Duration.ofSeconds(10));

    try (var log = new Logged()) {
      var noticed = new CountDownLatch(1);
      clock.set(() -> {
        if (!Thread.currentThread().isVirtual()) {
          noticed.countDown();
          waitUntilConnected(log);
        }
        return NOW;
      });
      slack.server.end(0).breakOff();
      waitFor(noticed, Duration.ofSeconds(5));
      answer.countDown();

      await().until(() -> log.text().contains("Slack socket connected"));
      await().until(slack.socket::connected);
    }
  }

  private static void waitUntilConnected(Logged log) {
    long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
    while (!log.text().contains("Slack socket connected") && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whatIsStoppedWhileItConnectsSaysGoodbye() {
    await().until(slack.socket::connected);
    slack.server.greeting = "{\"type\":\"not_yet\"}";
    slack.server.end(0).disconnect("refresh_requested");
    var unfinished = slack.server.end(1);
    unfinished.ping();
    await().until(() -> !unfinished.pongs.isEmpty());

    slack.socket.close();

    await().until(() -> unfinished.closedWith != 0);
    assertThat(unfinished.closedWith).isEqualTo(1000);
  }

  @Test
  void ofManyConnectionsNothingIsLeft() {
    int turns = 30;
    for (int i = 0; i < turns; i++) {
      var end = slack.server.end(i);
      if (i % 2 == 0) {
        end.disconnect("refresh_requested");
      } else {
        end.breakOff();
      }
    }
    var last = slack.server.end(turns);
    last.say(mention("e1"));

    isAcknowledged(last, "e1");
    await()
        .untilAsserted(() ->
            assertThat(slack.server.ends())
                .filteredOn(SocketServer.End::isOpen)
                .containsExactly(last));
    assertThat(threadsOfClients()).isLessThan(20);
  }

  private static long threadsOfClients() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(it -> it.getName().startsWith("HttpClient-"))
        .count();
  }
}
