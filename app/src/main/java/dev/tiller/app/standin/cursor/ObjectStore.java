package dev.tiller.app.standin.cursor;

import dev.tiller.app.http.Exchange;
import dev.tiller.app.http.Routes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Where files are fetched from: by unguessable addresses that need no key and live for 15 minutes,
/// with the refusals of an object store. A key that is sent along is refused and counted.
final class ObjectStore {

  static final Duration LIFE = Duration.ofMinutes(15);

  private static final int TOKEN_BYTES = 32;
  private static final int KEPT = 10_000;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
  private final AtomicInteger leakedKeys = new AtomicInteger();
  private final InstantSource clock;

  ObjectStore(InstantSource clock) {
    this.clock = clock;
  }

  private record Ticket(Artifact file, Instant expiresAt) {}

  /// The body of an answer that tells where to fetch a file.
  record Download(String url, String expiresAt) {}

  void addTo(Routes.Builder routes, Endpoints api) {
    routes.get(
        "/object-store/{ticket}/{name}",
        api.open(Version.V1, Operation.FILE, (exchange, _) -> answer(exchange)));
  }

  /// Makes an address for a file, by the name under which the client has reached this service.
  Download address(Call call, Artifact file) {
    var token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    var ticket = HexFormat.of().formatHex(token);
    var expiresAt = clock.instant().plus(LIFE);
    if (tickets.size() >= KEPT) {
      tickets.values().removeIf(old -> old.expiresAt().isBefore(clock.instant()));
    }
    tickets.put(ticket, new Ticket(file, expiresAt));
    var host = call.exchange().header("host").orElse("localhost");
    return new Download(
        "http://" + host + "/object-store/" + ticket + "/" + file.name(), Json.time(expiresAt));
  }

  /// How often a request for a file carried an `Authorization` header.
  int leakedKeys() {
    return leakedKeys.get();
  }

  private Reply answer(Exchange exchange) {
    if (exchange.header("authorization").isPresent()) {
      leakedKeys.incrementAndGet();
      return refused(
          400, "InvalidArgument", "Only one auth mechanism allowed: the address is signed already");
    }
    return Optional.ofNullable(tickets.get(exchange.pathParam("ticket")))
        .filter(ticket -> ticket.file().name().equals(exchange.pathParam("name")))
        .filter(ticket -> clock.instant().isBefore(ticket.expiresAt()))
        .map(ticket -> content(ticket.file()))
        .orElseGet(() -> refused(403, "AccessDenied", "Request has expired"));
  }

  private static Reply content(Artifact file) {
    return new Reply.Whole(200, file.type(), file.content().bytes(), Map.of());
  }

  private static Reply refused(int status, String code, String message) {
    var xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Error><Code>%s</Code><Message>%s</Message></Error>\
        """
            .formatted(code, message);
    return new Reply.Whole(
        status, "application/xml", xml.getBytes(StandardCharsets.UTF_8), Map.of());
  }
}
