package dev.tiller.core.cursor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// A server on loopback that gives the answers it was told, in order, and keeps what it received.
public final class ScriptedServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Script> scripts = new LinkedBlockingQueue<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /// One exchange's answer.
  @FunctionalInterface
  public interface Script {
    void play(HttpExchange exchange) throws IOException, InterruptedException;
  }

  /// @param path with its query
  public record Received(
      String method, String path, Map<String, List<String>> headers, String body) {
    public Optional<String> header(String name) {
      return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
  }

  public ScriptedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public List<Received> received() {
    return received;
  }

  public ScriptedServer then(Script script) {
    scripts.add(script);
    return this;
  }

  /// Drops the answers that nobody has asked for yet.
  public void forget() {
    scripts.clear();
  }

  public ScriptedServer answer(int status, String body) {
    return answer(status, Map.of("Content-Type", "application/json"), body);
  }

  public ScriptedServer answer(int status, Map<String, String> headers, String body) {
    return then(exchange -> {
      headers.forEach(exchange.getResponseHeaders()::set);
      send(exchange, status, body);
    });
  }

  /// Sends these pieces one by one and ends the answer.
  public ScriptedServer stream(String... pieces) {
    return then(exchange -> pieces(exchange, pieces));
  }

  /// Sends these pieces one by one, then nothing, until the test ends.
  public ScriptedServer streamThenSilence(String... pieces) {
    return then(exchange -> {
      pieces(exchange, pieces);
      closed.await();
    });
  }

  /// Takes the request and never answers.
  public ScriptedServer silence() {
    return then(_ -> closed.await());
  }

  /// Takes the request and cuts the line.
  public ScriptedServer cut() {
    return then(_ -> {});
  }

  private static void pieces(HttpExchange exchange, String... pieces) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    for (var piece : pieces) {
      exchange.getResponseBody().write(piece.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      received.add(
          new Received(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              Map.copyOf(exchange.getRequestHeaders()),
              body));
      var script = scripts.poll();
      if (script == null) {
        send(exchange, 418, "no answer was scripted");
      } else {
        script.play(exchange);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.close();
  }
}
