package dev.tiller.app.standin.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.http.Exchange;
import dev.tiller.app.http.HttpServer;
import dev.tiller.app.http.Limits;
import dev.tiller.app.http.Routes;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/// Takes what a stand-in sends to the bot, and answers as a test wants.
public final class FakeBot implements AutoCloseable {

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final HttpServer server;
  private volatile Function<Received, Reply> answers = _ -> Reply.empty(200);

  public FakeBot() throws IOException {
    var routes =
        Routes.builder()
            .post("/slack/events", this::take)
            .post("/api/messages", this::take)
            .build();
    server =
        HttpServer.start("127.0.0.1", 0, routes, Limits.DEFAULT.withDrain(Duration.ofSeconds(1)));
  }

  /// A request as it came.
  public record Received(String path, Map<String, List<String>> headers, String body) {

    public Optional<String> header(String name) {
      return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /// The JSON of the body, or of its `payload`.
    public ObjectNode json() {
      var text =
          body.startsWith("payload=")
              ? URLDecoder.decode(body.substring("payload=".length()), StandardCharsets.UTF_8)
              : body;
      return Json.parseObject(text).orElseThrow();
    }
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  public List<Received> received() {
    return received;
  }

  /// The bodies of what came.
  public List<ObjectNode> bodies() {
    return received.stream().map(Received::json).toList();
  }

  /// Answers everything from now on so.
  public void answer(Function<Received, Reply> function) {
    answers = function;
  }

  /// As [#answer(Function)], always the same.
  public void answer(Reply reply) {
    answers = _ -> reply;
  }

  /// Lets the requests from now on wait for ever.
  public void fallSilent() {
    answers =
        _ -> {
          try {
            closing.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Reply.empty(500);
        };
  }

  private void take(Exchange exchange) throws IOException {
    var request = new Received(exchange.path(), exchange.headers(), exchange.bodyText());
    received.add(request);
    var reply = answers.apply(request);
    reply.headers().forEach(exchange::setHeader);
    exchange.respond(reply.status(), reply.contentType(), reply.body());
  }

  @Override
  public void close() {
    closing.countDown();
    server.close();
  }
}
