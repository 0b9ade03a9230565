package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.http.HttpServer;
import dev.tiller.app.http.Limits;
import dev.tiller.app.http.Routes;
import dev.tiller.app.http.WebSockets;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.BotClient.Answer;
import dev.tiller.app.standin.chat.Ids;
import dev.tiller.app.standin.chat.Listeners;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.eclipse.jetty.websocket.api.Session;

/// Socket Mode: gives out addresses, keeps up to ten sockets, and sends each envelope through one
/// of them.
public final class SlackSockets {

  private static final Limits LIMITS =
      Limits.DEFAULT
          .withBodyBytes(FileMethods.LARGEST + (1 << 20))
          .withDrain(Duration.ofSeconds(1));

  private static final int MOST = 10;
  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final Pattern TICKET = Pattern.compile("(?:^|&)ticket=([0-9A-Z]+)(?:&|$)");

  private final Duration patience;
  private final Traffic traffic;
  private final Listeners listeners;
  private final Set<String> tickets = ConcurrentHashMap.newKeySet();
  private final List<SocketSession> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger had = new AtomicInteger();
  private final AtomicInteger toLose = new AtomicInteger();
  private volatile String base = "";

  SlackSockets(Duration patience, Traffic traffic, Listeners listeners) {
    this.patience = patience;
    this.traffic = traffic;
    this.listeners = listeners;
  }

  /// Starts a server that also takes sockets, each at an address that was given out for it.
  HttpServer serve(int port, Routes routes) throws IOException {
    var entry = new WebSockets("/link/*", this::take);
    var server = HttpServer.start("127.0.0.1", port, routes, LIMITS, Optional.of(entry));
    base = "ws://127.0.0.1:" + server.port() + "/link/";
    return server;
  }

  Map<String, SlackApi.Method> methods() {
    return Map.of("apps.connections.open", _ -> object("url", issue()));
  }

  private String issue() {
    var ticket = Ids.random("", 24);
    tickets.add(ticket);
    return base + "?ticket=" + ticket + "&app_id=" + SlackWorld.tillerBot().app();
  }

  private Optional<Session.Listener> take(String query) {
    var ticket = TICKET.matcher(query);
    return ticket.find() && tickets.remove(ticket.group(1))
        ? Optional.of(new SocketSession(this::welcome, this::forget, this::hears))
        : Optional.empty();
  }

  private void welcome(SocketSession socket) {
    if (sockets.size() >= MOST) {
      socket.disconnect("too_many_websockets");
      socket.close();
      return;
    }
    sockets.add(socket);
    had.incrementAndGet();
    socket.send(
        object(
            "type", "hello",
            "num_connections", sockets.size(),
            "connection_info", object("app_id", SlackWorld.tillerBot().app()),
            "debug_info", object("host", "applink-stand-in")));
    listeners.tell();
  }

  private void forget(SocketSession socket) {
    sockets.remove(socket);
    listeners.tell();
  }

  /// How many are open.
  public int open() {
    return sockets.size();
  }

  /// How many there have been so far.
  public int had() {
    return had.get();
  }

  /// Says on every socket that it is to be replaced, and closes it a little later.
  public void refresh() {
    for (var socket : sockets) {
      socket.disconnect("refresh_requested");
      CompletableFuture.delayedExecutor(GRACE.toMillis(), TimeUnit.MILLISECONDS)
          .execute(socket::close);
    }
  }

  /// Says on every socket that Socket Mode was switched off, and closes it.
  public void switchOff() {
    for (var socket : sockets) {
      socket.disconnect("link_disabled");
      socket.close();
    }
  }

  /// Breaks every socket off.
  public void breakOff() {
    sockets.forEach(SocketSession::breakOff);
  }

  /// Breaks a socket off at the instant at which an acknowledgement is on its way through it, which
  /// is not heard then, as when the process or the network ends there.
  ///
  /// @param times at how many of the next acknowledgements
  public void loseAcknowledgements(int times) {
    toLose.addAndGet(times);
  }

  private boolean hears(SocketSession socket) {
    if (toLose.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
      return true;
    }
    socket.breakOff();
    return false;
  }

  /// Lets every socket that is open now be dead without anybody having said so.
  public void fallSilent() {
    sockets.forEach(SocketSession::fallSilent);
  }

  /// Sends an envelope through the socket whose turn it is, and waits for what comes of it.
  ///
  /// @param type `events_api`, `interactive`
  /// @param number 0 for the first delivery
  /// @param trouble what was wrong with the one before
  Answer deliver(String type, JsonNode payload, int number, Optional<String> trouble)
      throws InterruptedException {
    var now = List.copyOf(sockets);
    if (now.isEmpty()) {
      return new Answer.Unreachable();
    }
    long start = System.nanoTime();
    var envelope = envelope(type, payload, number, trouble);
    var socket = now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
    var answer = socket.deliver(envelope, patience);
    record(type, envelope, answer, System.nanoTime() - start);
    return answer;
  }

  private static ObjectNode envelope(
      String type, JsonNode payload, int number, Optional<String> trouble) {
    return object(
        "envelope_id",
        UUID.randomUUID().toString(),
        "type",
        type,
        "accepts_response_payload",
        !type.equals("events_api"),
        "retry_attempt",
        number,
        "retry_reason",
        trouble.orElse(""),
        "payload",
        payload);
  }

  private void record(String type, ObjectNode envelope, Answer answer, long nanos) {
    var body = answer instanceof Answer.Answered answered ? answered.body() : "";
    int status = answer instanceof Answer.Answered answered ? answered.status() : 0;
    traffic.add(
        "slack",
        Traffic.Direction.SENT,
        "SOCKET",
        type,
        status,
        TimeUnit.NANOSECONDS.toMillis(nanos),
        envelope.toString(),
        body);
  }
}
