package dev.tiller.app.standin.cursor;

import dev.tiller.app.http.Exchange;
import dev.tiller.app.http.HangUp;
import dev.tiller.app.http.HttpHandler;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.Traffic.Direction;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// What all operations have in common: keys, faults, the bodies of refusals and the log of traffic.
final class Endpoints implements AutoCloseable {

  /// The name of this service in the log of traffic.
  static final String SERVICE = "cursor";

  private static final Reply UNAUTHORIZED =
      Reply.json(401, new ErrorShape.Problem("error", "Invalid User API key"));

  private final Options options;
  private final Keys keys;
  private final RateLimits limits;
  private final Faults faults;
  private final Traffic traffic;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<Operation, LongAdder> calls = new ConcurrentHashMap<>();

  Endpoints(Options options, Keys keys, RateLimits limits, Faults faults, Traffic traffic) {
    this.options = options;
    this.keys = keys;
    this.limits = limits;
    this.faults = faults;
    this.traffic = traffic;
  }

  /// What an operation does.
  @FunctionalInterface
  interface Action {
    /// @throws ApiError when it refuses
    Reply answer(Call call);
  }

  /// What answers a request, whatever its key.
  @FunctionalInterface
  interface Responder {
    /// @throws ApiError when it refuses
    Reply answer(Exchange exchange, List<Fault> wrong);
  }

  /// How often an operation was asked for, refused or not.
  int calls(Operation operation) {
    return calls.getOrDefault(operation, new LongAdder()).intValue();
  }

  /// An operation for holders of a key.
  HttpHandler of(Version version, Operation operation, Action action) {
    return open(
        version,
        operation,
        (exchange, wrong) ->
            keys.find(exchange)
                .map(key ->
                    limits
                        .refuse(version, operation, key)
                        .orElseGet(() -> action.answer(new Call(exchange, key, wrong))))
                .orElse(UNAUTHORIZED));
  }

  /// An operation for everyone.
  HttpHandler open(Version version, Operation operation, Responder responder) {
    return exchange -> {
      long start = System.nanoTime();
      calls.computeIfAbsent(operation, _ -> new LongAdder()).increment();
      var wrong = faults.take(operation, exchange.findPathParam("id"));
      if (Faults.has(wrong, Fault.ConnectionReset.class)) {
        log(exchange, 0, start, "");
        throw new HangUp();
      }
      send(exchange, answer(version, exchange, wrong, responder), wrong, start);
    };
  }

  private Reply answer(Version version, Exchange exchange, List<Fault> wrong, Responder responder) {
    var slow =
        Faults.find(wrong, Fault.Slow.class).orElse(new Fault.Slow(Duration.ZERO, Duration.ZERO));
    try {
      pause(slow.before());
      var reply =
          FaultyAnswers.instead(wrong, version, options.clock().instant())
              .orElseGet(() -> responder.answer(exchange, wrong));
      return FaultyAnswers.changed(reply, wrong);
    } catch (ApiError e) {
      return ErrorShape.USUAL.reply(version, e);
    } finally {
      pause(slow.after());
    }
  }

  private void send(Exchange exchange, Reply reply, List<Fault> wrong, long start)
      throws IOException {
    if (Faults.has(wrong, Fault.LostAnswer.class)) {
      log(exchange, 0, start, "");
      hangUpInside(exchange, reply);
    }
    switch (reply) {
      case Reply.Whole whole -> {
        log(exchange, whole.status(), start, whole.text());
        exchange.setHeader("X-Request-Id", UUID.randomUUID().toString());
        whole.headers().forEach(exchange::setHeader);
        if (Faults.has(wrong, Fault.TruncatedBody.class)) {
          sendHalf(exchange, whole);
        }
        exchange.respond(whole.status(), whole.contentType(), whole.body());
      }
      case Reply.Stream stream -> {
        var out = new Transcript(exchange.startStream(200, "text/event-stream", stream.headers()));
        try {
          stream.writer().write(out);
        } finally {
          log(exchange, 200, start, out.text());
        }
      }
    }
  }

  private static void hangUpInside(Exchange exchange, Reply reply) throws IOException {
    int status = reply instanceof Reply.Whole whole ? whole.status() : 200;
    try (var _ = exchange.startStream(status, "application/json")) {
      throw new HangUp();
    }
  }

  private static void sendHalf(Exchange exchange, Reply.Whole whole) throws IOException {
    var length = Map.of("Content-Length", String.valueOf(whole.body().length));
    try (var out = exchange.startStream(whole.status(), whole.contentType(), length)) {
      out.write(whole.body(), 0, whole.body().length / 2);
      throw new HangUp();
    }
  }

  private void log(Exchange exchange, int status, long start, String response) {
    var query = exchange.query().isEmpty() ? "" : "?" + exchange.query();
    traffic.add(
        SERVICE,
        Direction.RECEIVED,
        exchange.method(),
        exchange.path() + query,
        status,
        Duration.ofNanos(System.nanoTime() - start).toMillis(),
        exchange.bodyText(),
        response);
  }

  private void pause(Duration time) {
    try {
      var _ = closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lets go on what is slow by a fault.
  @Override
  public void close() {
    closing.countDown();
  }
}
