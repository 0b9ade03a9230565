package dev.tiller.slack;

import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/// Slack's end of sockets on loopback. It says and hears what a test wants.
final class SocketServer implements AutoCloseable {

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);
  private final List<End> ends = new CopyOnWriteArrayList<>();

  /// What a new socket is told first.
  volatile String greeting = "{\"type\":\"hello\",\"num_connections\":1}";

  SocketServer() {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        WebSocketUpgradeHandler.from(
            server,
            container -> container.addMapping("/link/*", (request, response, done) -> new End())));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  URI address() {
    return URI.create("ws://127.0.0.1:" + connector.getLocalPort() + "/link/?ticket=secret-ticket");
  }

  /// All sockets so far, the first first.
  List<End> ends() {
    return ends;
  }

  /// The socket that was opened as the n-th, from 0.
  End end(int n) {
    await().until(() -> ends.size() > n);
    return ends.get(n);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// One socket. Public, since Jetty calls it by reflection.
  public final class End implements Session.Listener.AutoDemanding {

    final List<JsonObject> heard = new CopyOnWriteArrayList<>();
    final List<ByteBuffer> pongs = new CopyOnWriteArrayList<>();
    volatile int closedWith;
    private volatile boolean deaf;
    private final CompletableFuture<Session> session = new CompletableFuture<>();

    @Override
    public void onWebSocketOpen(Session opened) {
      opened.setIdleTimeout(Duration.ZERO);
      session.complete(opened);
      say(greeting);
      ends.add(this);
    }

    @Override
    public void onWebSocketText(String text) {
      heard.add(Json.parse(text).orElseThrow());
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
      if (!deaf) {
        session.join().sendPong(payload, Callback.NOOP);
      }
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
      pongs.add(payload);
    }

    @Override
    public void onWebSocketClose(int status, String reason, Callback done) {
      closedWith = status;
      if (!deaf) {
        done.succeed();
      }
    }

    void say(String frame) {
      session.join().sendText(frame, Callback.NOOP);
    }

    /// Says it in fragments.
    void say(String... fragments) {
      for (int i = 0; i < fragments.length; i++) {
        var sent = new Callback.Completable();
        session.join().sendPartialText(fragments[i], i == fragments.length - 1, sent);
        sent.join();
      }
    }

    /// Says the first part of something, and not the rest.
    void begin(String fragment) {
      var sent = new Callback.Completable();
      session.join().sendPartialText(fragment, false, sent);
      sent.join();
    }

    void ping() {
      session.join().sendPing(ByteBuffer.allocate(0), Callback.NOOP);
    }

    void disconnect(String reason) {
      say("{\"type\":\"disconnect\",\"reason\":\"" + reason + "\"}");
    }

    void breakOff() {
      session.join().disconnect();
    }

    /// Answers no more pings, and no goodbye.
    void fallSilent() {
      deaf = true;
    }

    boolean isOpen() {
      return session.join().isOpen();
    }

    List<String> acknowledged() {
      return heard.stream().map(frame -> frame.get("envelope_id").getAsString()).toList();
    }
  }
}
