package dev.tiller.app.playground;

import dev.tiller.app.http.HttpHandler;
import java.util.Optional;
import java.util.Set;

/// Keeps other web sites from using the playground through its visitor's browser.
final class Guard {

  private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");

  private Guard() {}

  /// A handler that answers only requests by a loopback name (against DNS rebinding) and from the
  /// playground's own page or no page at all.
  static HttpHandler of(HttpHandler handler) {
    return exchange -> {
      var host = exchange.header("host").orElse("");
      var origin = exchange.header("origin");
      if (allows(host, origin)) {
        handler.handle(exchange);
      } else {
        exchange.respondError(403, "The playground answers only its own page on this machine.");
      }
    };
  }

  static boolean allows(String host, Optional<String> origin) {
    var name = host.replaceFirst(":\\d{1,5}$", "");
    return HOSTS.contains(name) && origin.map(it -> it.equals("http://" + host)).orElse(true);
  }
}
