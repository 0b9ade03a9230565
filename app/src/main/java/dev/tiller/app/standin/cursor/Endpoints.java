package dev.tiller.app.standin.cursor;

import dev.tiller.app.http.Exchange;
import dev.tiller.app.http.HttpHandler;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.Traffic.Direction;
import dev.tiller.app.standin.cursor.Version.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// What all operations have in common: keys, faults, the bodies of refusals and the log of traffic.
final class Endpoints implements AutoCloseable {

  /// The name of this service in the log of traffic.
  static final String SERVICE = "cursor";

  private static final Reply UNAUTHORIZED =
      Reply.json(401, new Problem("error", "Invalid User API key"));

  private final Options options;
  private final Faults faults;
  private final Traffic traffic;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<Operation, LongAdder> calls = new ConcurrentHashMap<>();

  Endpoints(Options options, Faults faults, Traffic traffic) {
    this.options = options;
    this.faults = faults;
    this.traffic = traffic;
  }

  /// What an operation does.
  @FunctionalInterface
  interface Action {
    /// @throws ApiError when it refuses
    Reply answer(Call call);
  }

  /// How often an operation was asked for, refused or not.
  int calls(Operation operation) {
    return calls.getOrDefault(operation, new LongAdder()).intValue();
  }

  HttpHandler of(Version version, Operation operation, Action action) {
    return exchange -> {
      long start = System.nanoTime();
      calls.computeIfAbsent(operation, _ -> new LongAdder()).increment();
      var wrong = faults.take(operation);
      var reply = answer(version, exchange, wrong, action);
      if (Faults.find(wrong, Fault.LostAnswer.class).isPresent()) {
        log(exchange, 0, start, "");
        hangUp(exchange, reply);
      }
      switch (reply) {
        case Reply.Whole whole -> {
          log(exchange, whole.status(), start, whole.text());
          whole.headers().forEach(exchange::setHeader);
          exchange.respond(whole.status(), whole.contentType(), whole.body());
        }
        case Reply.Stream stream -> {
          var out =
              new Transcript(exchange.startStream(200, "text/event-stream", stream.headers()));
          try {
            stream.writer().write(out);
          } finally {
            log(exchange, 200, start, out.text());
          }
        }
      }
    };
  }

  private Reply answer(Version version, Exchange exchange, List<Fault> wrong, Action action) {
    var key = ApiKeys.of(exchange).filter(options.account().keys());
    if (key.isEmpty()) {
      return UNAUTHORIZED;
    }
    var slow =
        Faults.find(wrong, Fault.Slow.class).orElse(new Fault.Slow(Duration.ZERO, Duration.ZERO));
    try {
      pause(slow.before());
      return Faults.find(wrong, Fault.Answer.class)
          .map(Reply::of)
          .orElseGet(() -> action.answer(new Call(exchange, key.get(), wrong)));
    } catch (ApiError e) {
      return Reply.json(e.status(), version.body(e));
    } finally {
      pause(slow.after());
    }
  }

  /// Begins an answer and breaks the connection: to the client, the outcome is unknown.
  private static void hangUp(Exchange exchange, Reply reply) throws IOException {
    int status = reply instanceof Reply.Whole whole ? whole.status() : 200;
    try (var _ = exchange.startStream(status, "application/json")) {
      throw new IOException("the answer is lost on purpose");
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
