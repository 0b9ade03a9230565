package dev.tiller.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tiller.core.bot.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

@Timeout(20)
class PartsTest {

  private static final Duration SHARE = Duration.ofMillis(100);

  private final Parts parts = new Parts(SHARE);
  private final List<String> ended = new CopyOnWriteArrayList<>();
  private final List<Duration> left = new CopyOnWriteArrayList<>();

  private void quick(String name) {
    parts.push(
        name,
        deadline -> {
          left.add(deadline.left());
          ended.add(name);
        });
  }

  private void hanging(String name) {
    parts.push(
        name,
        _ -> {
          try {
            new CountDownLatch(1).await();
          } finally {
            ended.add(name + " interrupted");
          }
        });
  }

  @Test
  void theLastPartEndsFirst() {
    quick("store");
    quick("bot");
    quick("server");

    parts.end(Deadline.in(Duration.ofSeconds(10)));

    assertThat(ended).containsExactly("server", "bot", "store");
  }

  @Test
  void whatHangsIsInterruptedAndTheOthersEndAllTheSame() {
    quick("store");
    hanging("lease");
    quick("bot");
    hanging("work");
    hanging("server");

    parts.end(Deadline.in(Duration.ofMillis(800)));

    await().until(() -> ended.size() == 5);
    assertThat(ended)
        .contains("bot", "store", "server interrupted", "work interrupted", "lease interrupted");
  }

  @Test
  void thePartsTogetherHaveOneDeadlineAndEachHasAShareLeft() {
    quick("third");
    quick("second");
    quick("first");

    parts.end(Deadline.in(Duration.ofMinutes(1)));

    assertThat(left.getFirst())
        .isLessThanOrEqualTo(Duration.ofMinutes(1).minus(SHARE).minus(SHARE));
    assertThat(left.getLast()).isLessThanOrEqualTo(Duration.ofMinutes(1));
  }

  static List<Throwable> failures() {
    return List.of(
        new IllegalStateException("private words"), new NoClassDefFoundError("private words"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aPartThatFailsIsLoggedAndDoesNotKeepTheOthers(Throwable failure) {
    quick("store");
    parts.push(
        "failing",
        _ -> {
          if (failure instanceof Error error) {
            throw error;
          }
          throw (Exception) failure;
        });
    var events = new ListAppender<ILoggingEvent>();
    events.start();
    var logger = (Logger) LoggerFactory.getLogger(Parts.class);
    logger.addAppender(events);

    parts.end(Deadline.in(Duration.ofSeconds(10)));

    logger.detachAppender(events);
    assertThat(ended).containsExactly("store");
    assertThat(events.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("a part did not close cleanly");
  }

  @Test
  void aThreadThatIsInterruptedWaitsForEachPartAllTheSame() {
    quick("store");
    var ending = Thread.currentThread();
    parts.push(
        "bot",
        _ -> {
          await().until(() -> ending.getState() == Thread.State.TIMED_WAITING);
          ended.add("bot");
        });

    ending.interrupt();
    parts.end(Deadline.in(Duration.ofSeconds(15)));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(ended).containsExactly("bot", "store");
  }

  @Test
  void whatIsOpenedIsClosed() {
    AutoCloseable part = () -> ended.add("closed");
    assertThat(parts.opened(part)).isSameAs(part);

    parts.end(Deadline.in(Duration.ofSeconds(10)));

    assertThat(ended).containsExactly("closed");
  }
}
