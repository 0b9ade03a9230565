package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.BotClient.Answer;
import dev.tiller.app.standin.chat.Json;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/// Slack's end of one socket: sends envelopes and waits for what acknowledges them. Public, since
/// Jetty calls it by reflection.
public final class SocketSession implements Session.Listener.AutoDemanding {

  private final Consumer<SocketSession> opened;
  private final Consumer<SocketSession> ended;
  private final Predicate<SocketSession> hears;
  private final Map<String, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();
  private final CompletableFuture<Session> session = new CompletableFuture<>();
  private volatile boolean silent;

  /// @param opened called once it can send
  /// @param ended called when it cannot any more
  /// @param hears whether an acknowledgement that has come is heard; else it is as if it had got
  ///   lost on its way
  SocketSession(
      Consumer<SocketSession> opened,
      Consumer<SocketSession> ended,
      Predicate<SocketSession> hears) {
    this.opened = opened;
    this.ended = ended;
    this.hears = hears;
  }

  @Override
  public void onWebSocketOpen(Session its) {
    session.complete(its);
    opened.accept(this);
  }

  @Override
  public void onWebSocketPing(ByteBuffer payload) {
    if (!silent) {
      session.join().sendPong(payload, Callback.NOOP);
    }
  }

  @Override
  public void onWebSocketText(String text) {
    Json.parseObject(text)
        .filter(_ -> !silent && hears.test(this))
        .ifPresent(frame -> acknowledge(frame.path("envelope_id").asText(), frame.path("payload")));
  }

  private void acknowledge(String envelope, JsonNode payload) {
    var body = payload.isMissingNode() ? "" : payload.toString();
    var answer = new Answer.Answered(200, HttpHeaders.of(Map.of(), (_, _) -> true), body);
    Optional.ofNullable(waiting.get(envelope)).ifPresent(its -> its.complete(answer));
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    end();
  }

  @Override
  public void onWebSocketClose(int status, String reason, Callback done) {
    end();
    done.succeed();
  }

  private void end() {
    ended.accept(this);
    waiting.values().forEach(it -> it.complete(new Answer.Unreachable()));
  }

  /// Sends an envelope and waits for what comes of it.
  Answer deliver(ObjectNode envelope, Duration patience) throws InterruptedException {
    var id = envelope.path("envelope_id").asText();
    var answer = new CompletableFuture<Answer>();
    waiting.put(id, answer);
    try {
      send(envelope);
      return session.join().isOpen()
          ? answer.get(patience.toMillis(), TimeUnit.MILLISECONDS)
          : new Answer.Unreachable();
    } catch (TimeoutException e) {
      return new Answer.TimedOut();
    } catch (ExecutionException e) {
      throw new IllegalStateException("never completed exceptionally", e);
    } finally {
      waiting.remove(id);
    }
  }

  void send(ObjectNode frame) {
    if (!silent) {
      session.join().sendText(frame.toString(), Callback.NOOP);
    }
  }

  /// Says that it is about to end.
  void disconnect(String reason) {
    send(
        object(
            "type",
            "disconnect",
            "reason",
            reason,
            "debug_info",
            object("host", "applink-stand-in")));
  }

  void close() {
    session.join().close();
  }

  /// Ends it without a goodbye.
  void breakOff() {
    session.join().disconnect();
  }

  /// Keeps it open, and neither says nor hears anything any more.
  void fallSilent() {
    silent = true;
  }
}
