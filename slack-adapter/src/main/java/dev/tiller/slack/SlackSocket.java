package dev.tiller.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Socket Mode: keeps one connection to Slack up, through which Slack delivers, so that the bot
/// needs no address of its own. Several replicas have one each, and Slack picks one for each
/// delivery.
public final class SlackSocket implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SlackSocket.class);
  private static final Duration GOODBYE = Duration.ofSeconds(1);

  private final SocketOpening opening;
  private final SocketIntake intake;
  private final SocketPace pace;
  private final InstantSource clock;
  private final Set<SocketConnection> connections = ConcurrentHashMap.newKeySet();
  private final Thread keeper = Thread.ofVirtual().name("slack-socket").unstarted(this::keep);
  private volatile SocketState state;
  private volatile boolean closing;

  SlackSocket(
      SocketAddresses addresses, SocketIntake intake, SocketPace pace, InstantSource clock) {
    this.opening = new SocketOpening(addresses, intake, pace);
    this.intake = intake;
    this.pace = pace;
    this.clock = clock;
    this.state = new SocketState.Trying(clock.instant(), "");
  }

  /// Begins to connect, and returns at once.
  public SlackSocket start() {
    keeper.start();
    return this;
  }

  /// How things stand.
  public SocketState state() {
    return state;
  }

  /// Whether Slack can deliver now.
  public boolean connected() {
    return state instanceof SocketState.Connected;
  }

  private void keep() {
    try {
      for (int failures = 0; !closing; ) {
        var began = clock.instant();
        var end = haveOne();
        failures = lasted(began) ? 0 : failures + 1;
        rest(end, failures);
      }
    } catch (InterruptedException e) {
      log.atDebug().log("Slack socket closed while it waited");
    }
  }

  /// Has a connection until another is wanted.
  private SocketEnd haveOne() throws InterruptedException {
    try {
      var connection = opening.open();
      succeed(connection);
      return connection.awaitEnd();
    } catch (SocketFailure e) {
      return e.end();
    } catch (RuntimeException e) {
      // Whatever it was, a bot that stops trying is one that nobody reaches again.
      log.atError().setCause(Trace.of(e)).log("opening a Slack socket failed unexpectedly");
      return SocketEnd.lost("unexpected");
    }
  }

  private boolean lasted(Instant began) {
    return connected() && Duration.between(began, clock.instant()).compareTo(pace.settled()) >= 0;
  }

  /// The old one stays a while, for what Slack has sent through it already.
  private void succeed(SocketConnection connection) {
    connections.forEach(old -> run("slack-socket-retire", () -> old.retire(pace)));
    connections.add(connection);
    var _ = connection.closed().thenRun(() -> connections.remove(connection));
    run("slack-socket-watch", () -> connection.watch(pace));
    if (!connected()) {
      state = new SocketState.Connected(clock.instant());
    }
    log.atInfo().addKeyValue("beside", connections.size() - 1).log("Slack socket connected");
  }

  private void rest(SocketEnd end, int failures) throws InterruptedException {
    if (closing) {
      return;
    }
    var random = ThreadLocalRandom.current().nextDouble();
    var wait = SocketRetry.after(end, failures, random, pace);
    tell(end, wait);
    Thread.sleep(wait);
  }

  private void tell(SocketEnd end, Duration wait) {
    if (end instanceof SocketEnd.Refresh) {
      log.atInfo().addKeyValue("code", end.code()).log("Slack wants another socket");
      return;
    }
    var since = state instanceof SocketState.Trying trying ? trying.since() : clock.instant();
    state = new SocketState.Trying(since, end.why());
    log.atWarn()
        .addKeyValue("code", end.code())
        .addKeyValue("nextTryInMillis", wait.toMillis())
        .log("no Slack socket: {}", end.why());
  }

  /// Takes no more, acknowledges what was taken, and says goodbye to Slack, which delivers the rest
  /// to others or later.
  @Override
  public void close() {
    if (closing) {
      return;
    }
    closing = true;
    state = new SocketState.Closing();
    intake.close();
    keeper.interrupt();
    try {
      if (!intake.finish(pace.finish())) {
        log.atWarn().log("some of Slack's envelopes were not finished; they come again");
      }
      for (var connection : connections) {
        connection.close(GOODBYE);
      }
      keeper.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    opening.close();
  }

  private interface Task {
    void run() throws InterruptedException;
  }

  private static void run(String name, Task task) {
    Thread.ofVirtual()
        .name(name)
        .start(() -> {
          try {
            task.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
