package dev.tiller.app.playground;

import dev.tiller.app.http.Exchange;
import dev.tiller.app.http.HttpHandler;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// Lets only this machine's own pages in: a foreign page must not drive the playground through a
/// visitor's browser, also not under a host name that it has pointed at loopback.
final class LocalOnly {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private LocalOnly() {}

  static HttpHandler guard(HttpHandler handler) {
    return exchange -> {
      if (isLocal(exchange)) {
        handler.handle(exchange);
      } else {
        exchange.respondError(403, "The playground answers only pages of its own.");
      }
    };
  }

  private static boolean isLocal(Exchange exchange) {
    var host = exchange.header("host").flatMap(value -> hostOf("http://" + value));
    var origin = exchange.header("origin");
    return host.filter(LOOPBACK::contains).isPresent()
        && (origin.isEmpty() || sameHost(origin.get(), exchange.header("host").orElse("")));
  }

  private static boolean sameHost(String origin, String host) {
    return origin.equals("http://" + host);
  }

  private static Optional<String> hostOf(String address) {
    try {
      return Optional.ofNullable(URI.create(address).getHost());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
