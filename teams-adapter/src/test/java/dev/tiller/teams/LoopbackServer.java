package dev.tiller.teams;

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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An HTTP server on a free port of 127.0.0.1 that remembers what it was asked.
final class LoopbackServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  record Request(
      String method, String path, String authorization, String agent, String cookie, String body) {}

  /// @param headers of the answer
  record Answer(int status, Map<String, String> headers, String body) {
    static Answer json(int status, String body) {
      return new Answer(status, Map.of("Content-Type", "application/json"), body);
    }
  }

  interface Script {
    /// Throws to cut the connection.
    Answer answer(Request request) throws IOException;
  }

  LoopbackServer(Script script) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(exchange, script));
    server.start();
  }

  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  URI at(String path) {
    return URI.create("http://" + host() + path);
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void serve(HttpExchange exchange, Script script) throws IOException {
    try (exchange) {
      var request = read(exchange);
      requests.add(request);
      var answer = script.answer(request);
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Request read(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        String.valueOf(headers.getFirst("Authorization")),
        String.valueOf(headers.getFirst("User-Agent")),
        String.valueOf(headers.getFirst("Cookie")),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }
}
