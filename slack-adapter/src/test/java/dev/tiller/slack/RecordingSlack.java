package dev.tiller.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A Slack Web API on loopback that records the calls it gets and answers as a test tells it to.
final class RecordingSlack implements AutoCloseable {

  /// A call that arrived.
  record Call(String method, Map<String, String> arguments, String authorization) {

    String argument(String name) {
      return arguments.getOrDefault(name, "");
    }
  }

  /// The bytes of a file that arrived at an address outside the Web API.
  record Sent(String path, String authorization, byte[] content) {}

  /// What to do with a call.
  record Answer(int status, Map<String, String> headers, String body) {

    static Answer json(String body) {
      return new Answer(200, Map.of("Content-Type", "application/json; charset=utf-8"), body);
    }

    static Answer ok() {
      return json("{\"ok\":true,\"ts\":\"1763800005.000400\"}");
    }

    static Answer error(String code) {
      return json("{\"ok\":false,\"error\":\"" + code + "\"}");
    }

    static Answer status(int status) {
      return new Answer(status, Map.of(), "upstream trouble");
    }

    /// Closes the connection after reading the call.
    static Answer cut() {
      return status(0);
    }

    /// Keeps the caller waiting until the server closes.
    static Answer silence() {
      return status(-1);
    }
  }

  static {
    // Else every answer waits for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private volatile Function<Call, Answer> brain = call -> Answer.ok();
  private volatile Function<Call, Answer> openings = call -> Answer.error("unknown_method");
  private volatile Function<Sent, Answer> files = file -> Answer.status(200);

  RecordingSlack() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  URI apiUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
  }

  SlackSettings settings() {
    return new SlackSettings("xoxb-test-token", "test-signing-secret", apiUrl());
  }

  /// Settings that open sockets.
  SlackSettings socketSettings() {
    return new SlackSettings(
        "xoxb-test-token",
        Optional.empty(),
        Optional.of("xapp-test-token"),
        apiUrl(),
        SlackSettings.AgentStatus.AUTO);
  }

  /// What to do with calls that ask for a socket, which are kept apart from the others.
  void answerOpenings(Function<Call, Answer> brain) {
    this.openings = brain;
  }

  /// The platform over calls to this.
  SlackPlatform platform(SlackApi api) {
    return new SlackPlatform(
        api,
        api,
        new SlackFiles(api, apiUrl()),
        new SlackDownloads(api, apiUrl()),
        new SlackMembers(api, InstantSource.system()),
        new SlackStatus(api, SlackSettings.AgentStatus.AUTO));
  }

  void answer(Function<Call, Answer> brain) {
    this.brain = brain;
  }

  void answer(Answer answer) {
    answer(call -> answer);
  }

  /// What to do with the bytes of files.
  void answerFiles(Function<Sent, Answer> brain) {
    this.files = brain;
  }

  /// An address for the bytes of a file, outside the Web API.
  URI uploadUrl() {
    return apiUrl().resolve("/upload/v1/ticket");
  }

  List<Sent> sent() {
    return List.copyOf(sent);
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  List<Call> calls(String method) {
    return calls.stream().filter(call -> call.method().equals(method)).toList();
  }

  /// How often somebody was looked up.
  long lookUps(String user) {
    return calls("users.info").stream().filter(it -> it.argument("user").equals(user)).count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var body = exchange.getRequestBody().readAllBytes();
      var shown = exchange.getRequestHeaders().getFirst("Authorization");
      send(exchange, take(path, body, shown == null ? "" : shown));
    }
  }

  private Answer take(String path, byte[] body, String authorization) {
    if (!path.startsWith("/api/")) {
      var file = new Sent(path, authorization, body);
      sent.add(file);
      return files.apply(file);
    }
    var arguments = form(new String(body, StandardCharsets.UTF_8));
    var call = new Call(path.substring("/api/".length()), arguments, authorization);
    if (call.method().equals("apps.connections.open")) {
      return openings.apply(call);
    }
    calls.add(call);
    return brain.apply(call);
  }

  private void send(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.status() < 0) {
      awaitClosing();
    }
    if (answer.status() <= 0) {
      return;
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    var body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> form(String body) {
    return Arrays.stream(body.split("&", -1))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1])));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
