package dev.tiller.app.standin.chat;

import dev.tiller.app.http.Exchange;
import dev.tiller.app.http.HttpHandler;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.Faults.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Answers calls of a service's API: lets ordered faults happen and keeps a record.
public final class Endpoint {

  private final String service;
  private final Traffic traffic;
  private final Faults faults = new Faults();
  private final Calls calls = new Calls();

  public Endpoint(String service, Traffic traffic) {
    this.service = service;
    this.traffic = traffic;
  }

  public Faults faults() {
    return faults;
  }

  public Calls calls() {
    return calls;
  }

  /// A handler for one operation.
  public HttpHandler handler(String operation, Function<Exchange, Reply> answerer) {
    return exchange -> handle(operation, exchange, answerer);
  }

  /// Answers one call.
  public void handle(String operation, Exchange exchange, Function<Exchange, Reply> answerer)
      throws IOException {
    long start = System.nanoTime();
    Optional<Fault> fault = faults.take(operation);
    if (fault.orElse(null) instanceof Fault.Delay(var duration)) {
      pause(duration);
    }
    var reply =
        fault.orElse(null) instanceof Fault.Answer(var status, var type, var body, var headers)
            ? new Reply(status, type, body, headers)
            : answerer.apply(exchange);
    record(operation, exchange, reply, start);
    if (fault.orElse(null) instanceof Fault.LoseAnswer) {
      breakOff(exchange, reply);
    }
    reply.headers().forEach(exchange::setHeader);
    exchange.respond(reply.status(), reply.contentType(), reply.body());
  }

  /// The answer that was ordered for the next call of an operation, for those who answer otherwise
  /// than with text.
  public Optional<Reply> ordered(String operation) {
    return faults.take(operation).orElse(null)
            instanceof Fault.Answer(var status, var type, var body, var headers)
        ? Optional.of(new Reply(status, type, body, headers))
        : Optional.empty();
  }

  private void record(String operation, Exchange exchange, Reply reply, long start) {
    var path =
        exchange.path() + (exchange.query().isEmpty() ? "" : "?" + Secrets.hide(exchange.query()));
    var request = Bodies.readable(exchange);
    var answer = Secrets.hide(reply.body());
    calls.add(new Calls.Call(operation, path, request, reply.status(), answer));
    traffic.add(
        service,
        Traffic.Direction.RECEIVED,
        exchange.method(),
        path,
        reply.status(),
        Duration.ofNanos(System.nanoTime() - start).toMillis(),
        request,
        answer);
  }

  /// Promises more than it sends, so that the client sees a broken connection.
  private static void breakOff(Exchange exchange, Reply reply) throws IOException {
    exchange.startStream(reply.status(), reply.contentType(), Map.of("Content-Length", "1000000"));
    throw new IOException("the answer was ordered to be lost");
  }

  private static void pause(Duration duration) throws IOException {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("closed during an ordered delay", e);
    }
  }
}
