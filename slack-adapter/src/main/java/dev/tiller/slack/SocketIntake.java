package dev.tiller.slack;

import dev.tiller.core.chat.WebRequest;
import dev.tiller.core.chat.WebResponse;
import dev.tiller.core.logs.Trace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Takes envelopes in, each on a thread of its own, and acknowledges what was accepted. What was
/// not is left alone: Slack delivers an event again, to this socket or to another; where it was a
/// click or a form, it shows the person an error.
final class SocketIntake {

  private static final Logger log = LoggerFactory.getLogger(SocketIntake.class);

  /// More at a time are left alone. All of them wait for the few connections to the database by
  /// which the lease is renewed, too: on a slow one, a longer queue would let it lapse.
  private static final int MOST_AT_ONCE = 256;

  private final SlackEntrance entrance;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("slack-envelope-", 0).factory());
  private volatile boolean open = true;

  SocketIntake(SlackEntrance entrance) {
    this.entrance = entrance;
  }

  /// Returns at once.
  ///
  /// @param answer sends the acknowledgement
  void take(SocketFrame.Envelope envelope, Consumer<String> answer) {
    if (!open || !places.tryAcquire()) {
      log.atLevel(open ? Level.WARN : Level.INFO)
          .addKeyValue("stopping", !open)
          .log("Slack envelope left unacknowledged");
      return;
    }
    try {
      threads.execute(() -> workAndRelease(envelope, answer));
    } catch (RuntimeException | Error e) {
      places.release();
      throw e;
    }
  }

  private void workAndRelease(SocketFrame.Envelope envelope, Consumer<String> answer) {
    try {
      work(envelope, answer);
    } catch (RuntimeException | Error e) {
      log.atError().setCause(Trace.of(e)).log("Slack envelope not accepted");
    } finally {
      places.release();
    }
  }

  private void work(SocketFrame.Envelope envelope, Consumer<String> answer) {
    var response = envelope.body().map(this::accept).orElseGet(() -> leftAlone(envelope));
    if (response.status() < 500) {
      answer.accept(envelope.acknowledgement(new String(response.body(), StandardCharsets.UTF_8)));
    }
  }

  private WebResponse accept(String body) {
    return entrance.take(
        new WebRequest(
            "POST",
            "/slack/events",
            "",
            Map.of("content-type", List.of(contentType(body))),
            body.getBytes(StandardCharsets.UTF_8),
            "socket"));
  }

  private static String contentType(String body) {
    return body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
  }

  private static WebResponse leftAlone(SocketFrame.Envelope envelope) {
    log.atDebug().addKeyValue("type", envelope.type()).log("Slack envelope of no use");
    return WebResponse.empty(200);
  }

  /// Takes no more.
  void close() {
    open = false;
  }

  /// Waits until everything that was taken is acknowledged.
  ///
  /// @return whether it is
  boolean finish(Duration most) throws InterruptedException {
    return places.tryAcquire(MOST_AT_ONCE, most.toNanos(), TimeUnit.NANOSECONDS);
  }
}
