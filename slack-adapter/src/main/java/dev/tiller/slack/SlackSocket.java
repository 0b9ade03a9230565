package dev.tiller.slack;

import dev.tiller.core.logs.Trace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
        var turn = haveOne();
        failures = turn.lasted() ? 0 : failures + 1;
        rest(turn.end(), failures);
      }
    } catch (InterruptedException e) {
      log.atDebug().log("Slack socket closed while it waited");
    }
  }

  /// @param lasted whether there was a connection, and for so long that its end is no failure
  private record Turn(SocketEnd end, boolean lasted) {
    static Turn failed(SocketEnd end) {
      return new Turn(end, false);
    }
  }

  /// Has a connection until another is wanted.
  private Turn haveOne() throws InterruptedException {
    try {
      var connection = opening.open();
      succeed(connection);
      var opened = clock.instant();
      var end = connection.awaitEnd();
      var age = Duration.between(opened, clock.instant());
      return new Turn(end, age.compareTo(pace.settled()) >= 0);
    } catch (SocketFailure e) {
      return Turn.failed(e.end());
    } catch (RuntimeException | Error e) {
      // Whatever it was, a bot that stops trying is one that nobody reaches again.
      log.atError().setCause(Trace.of(e)).log("opening a Slack socket failed unexpectedly");
      return Turn.failed(SocketEnd.lost("unexpected"));
    }
  }

  /// The old one stays a while, for what Slack has sent through it already.
  private void succeed(SocketConnection connection) {
    connections.forEach(old -> run("slack-socket-retire", () -> old.retire(pace)));
    run("slack-socket-watch", () -> connection.watch(pace));
    opened(connection);
    log.atInfo().addKeyValue("beside", connections.size() - 1).log("Slack socket connected");
  }

  private synchronized void opened(SocketConnection connection) {
    connections.add(connection);
    var _ = connection.closed().thenRun(() -> closed(connection));
    if (connections.contains(connection)) {
      became(new SocketState.Connected(clock.instant()));
    }
  }

  /// In one step, so that what a successor brings is not taken back.
  private synchronized void closed(SocketConnection connection) {
    connections.remove(connection);
    if (connected() && !delivering()) {
      became(new SocketState.Trying(clock.instant(), "Slack has ended the connection."));
    }
  }

  private boolean delivering() {
    return connections.stream().anyMatch(SocketConnection::delivers);
  }

  /// A state that goes on keeps the time since when it is so; nothing comes after the end.
  private synchronized void became(SocketState next) {
    state =
        switch (state) {
          case SocketState.Closing its -> its;
          case SocketState.Connected its when next instanceof SocketState.Connected -> its;
          case SocketState.Trying(var since, var _)
              when next instanceof SocketState.Trying(var _, var why) ->
              new SocketState.Trying(since, why);
          case SocketState.Connected _, SocketState.Trying _ -> next;
        };
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
    if (!delivering()) {
      became(new SocketState.Trying(clock.instant(), end.why()));
    }
    log.atWarn()
        .addKeyValue("code", end.code())
        .addKeyValue("nextTryInMillis", wait.toMillis())
        .log("no Slack socket: {}", end.why());
  }

  /// Takes no more, acknowledges what was taken, and says goodbye to Slack, which delivers events
  /// to others or later.
  @Override
  public void close() {
    closeWithin(pace.finish().plus(GOODBYE));
  }

  /// As [#close()], within a time, the last second of which is for the goodbye. Whoever is
  /// interrupted meanwhile waits no longer and says no goodbye.
  public void closeWithin(Duration most) {
    if (closing) {
      return;
    }
    closing = true;
    var end = System.nanoTime() + most.toNanos();
    became(new SocketState.Closing());
    intake.close();
    keeper.interrupt();
    try {
      if (!intake.finish(shorter(most.minus(GOODBYE), pace.finish()))) {
        log.atWarn().log("some of Slack's envelopes were not finished; events come again");
      }
      sayGoodbye(shorter(Duration.ofNanos(end - System.nanoTime()), GOODBYE));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    opening.close();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /// To all at once. One that takes no goodbye is cut off with the client.
  private void sayGoodbye(Duration most) throws InterruptedException {
    var end = System.nanoTime() + most.toNanos();
    var waited = new ArrayList<Thread>(List.of(keeper));
    for (var connection : connections) {
      waited.add(run("slack-socket-goodbye", () -> connection.close(most)));
    }
    for (var thread : waited) {
      if (thread.getState() != Thread.State.NEW) {
        thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
      }
    }
  }

  private interface Task {
    void run() throws InterruptedException;
  }

  private static Thread run(String name, Task task) {
    return Thread.ofVirtual()
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
