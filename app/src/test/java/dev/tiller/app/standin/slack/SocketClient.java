package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A bot's end of a socket, by the JDK alone. It acknowledges when it is told to.
final class SocketClient implements WebSocket.Listener, AutoCloseable {

  final List<ObjectNode> heard = new CopyOnWriteArrayList<>();
  final AtomicInteger pongs = new AtomicInteger();
  final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;
  volatile boolean acknowledging = true;

  SocketClient(String address) {
    socket = http.newWebSocketBuilder().buildAsync(URI.create(address), this).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      var frame = Json.parseObject(text.toString()).orElseThrow();
      text.setLength(0);
      heard.add(frame);
      if (acknowledging && frame.has("envelope_id")) {
        acknowledge(frame);
      }
    }
    from.request(1);
    return null;
  }

  private void acknowledge(JsonNode envelope) {
    var frame = object("envelope_id", envelope.path("envelope_id"));
    if (envelope.path("accepts_response_payload").asBoolean()) {
      frame.set("payload", object("options", List.of()));
    }
    var _ = socket.sendText(frame.toString(), true);
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
    pongs.incrementAndGet();
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closed.complete(status);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(1006);
  }

  void ping() {
    socket.sendPing(ByteBuffer.allocate(0)).join();
  }

  /// The frames of a type, `hello`, `events_api` and so on.
  List<ObjectNode> heard(String type) {
    return heard.stream().filter(frame -> frame.path("type").asText().equals(type)).toList();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
