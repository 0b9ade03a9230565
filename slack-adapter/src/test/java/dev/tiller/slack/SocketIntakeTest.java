package dev.tiller.slack;

import static dev.tiller.slack.SocketInMiniature.QUICK;
import static dev.tiller.slack.SocketInMiniature.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes through a socket when it comes in an awkward way, or the bot cannot take it.
class SocketIntakeTest {

  private final CountDownLatch accepting = new CountDownLatch(1);
  private final RecordingSlack api = new RecordingSlack();
  private final RecordingBot bot = new RecordingBot();
  private final SocketInMiniature slack =
      new SocketInMiniature(
          api, bot, InstantSource.fixed(Instant.ofEpochSecond(SlackInMiniature.NOW)), QUICK);

  @AfterEach
  void stop() {
    accepting.countDown();
    slack.close();
    api.close();
  }

  private static String mention(String id) {
    return envelope(id, "events_api", Fixtures.payload("app_mention"));
  }

  private static void isAcknowledged(SocketServer.End end, String id) {
    await().until(() -> end.acknowledged().contains(id));
  }

  /// As a database does that answers nobody for a while.
  private void acceptNothingYet() {
    bot.before =
        () -> {
          try {
            accepting.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
  }

  @Test
  void whatWasHalfSaidOnABrokenConnectionDoesNotReachTheNext() {
    slack.server.end(0).begin(mention("half").substring(0, 40));
    slack.server.end(0).breakOff();

    slack.server.end(1).say(mention("e1"));

    isAcknowledged(slack.server.end(1), "e1");
    assertThat(bot.messages).hasSize(1);
  }

  @Test
  void whileTheDatabaseIsSlowPingsAreAnsweredAndTheConnectionStays() {
    var end = slack.server.end(0);
    acceptNothingYet();
    end.say(mention("slow"));

    for (int i = 1; i <= 5; i++) {
      int pings = i;
      end.ping();
      await().until(() -> end.pongs.size() == pings);
    }
    assertThat(end.acknowledged()).isEmpty();
    accepting.countDown();

    isAcknowledged(end, "slow");
    assertThat(slack.server.ends()).hasSize(1);
  }

  @Test
  void aBurstWaitsForASlowDatabaseAndOnlyWhatIsTooManyHasToComeAgain() {
    var end = slack.server.end(0);
    acceptNothingYet();
    var ids = IntStream.rangeClosed(1, 257).mapToObj(i -> "e" + i).toList();
    ids.forEach(id -> end.say(mention(id)));
    end.ping();
    await().until(() -> !end.pongs.isEmpty());

    accepting.countDown();
    var taken = ids.subList(0, 256);
    await().until(() -> end.acknowledged().containsAll(taken));
    end.say(mention("e257"));

    isAcknowledged(end, "e257");
    assertThat(end.acknowledged()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(slack.server.ends()).hasSize(1);
  }

  @Test
  void anErrorDuringIntakeIsLoggedWithoutItsWordsAndTheNextIsTaken() {
    var failing = new AtomicBoolean(true);
    bot.before =
        () -> {
          if (failing.getAndSet(false)) {
            throw new StackOverflowError("private words");
          }
        };
    var end = slack.server.end(0);

    try (var log = new Logged()) {
      end.say(mention("failing"));
      await().until(() -> !failing.get());
      end.say(mention("e1"));

      isAcknowledged(end, "e1");
      await().until(() -> !log.warnings().isEmpty());
      assertThat(log.text()).doesNotContain("private words");
    }
    assertThat(end.acknowledged()).containsExactly("e1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"envelope_id\":\"\\ud800\",\"type\":\"hello2\"}",
        "{\"envelope_id\":\"x\",\"type\":\"events_api\",\"payload\":[1]}",
        "{\"envelope_id\":\"x\",\"type\":\"interactive\",\"payload\":{\"type\":[]}}",
        "{\"envelope_id\":\"x\",\"type\":\"slash_commands\",\"payload\":{\"command\":{}}}",
        "{\"envelope_id\":\"x\",\"accepts_response_payload\":{},\"payload\":null}",
        "{\"envelope_id\":7,\"type\":\"events_api\"}",
        "{\"type\":\"disconnected\"}",
      })
  void noFrameBreaksTheConnection(String frame) {
    slack.server.end(0).say(frame);
    slack.server.end(0).say("[".repeat(100_000));
    slack.server.end(0).say(mention("e1"));

    isAcknowledged(slack.server.end(0), "e1");
    assertThat(slack.server.ends()).hasSize(1);
  }
}
