package dev.tiller.app.standin.cursor;

import dev.tiller.app.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// Reads API keys from requests: as a bearer token, or as a Basic user name with any password.
final class ApiKeys {

  private ApiKeys() {}

  static Optional<String> of(Exchange exchange) {
    var parts = exchange.header("authorization").orElse("").strip().split("\\s+", 2);
    if (parts.length < 2) {
      return Optional.empty();
    }
    return switch (parts[0].toLowerCase(Locale.ROOT)) {
      case "bearer" -> Optional.of(parts[1]);
      case "basic" -> user(parts[1]);
      default -> Optional.empty();
    };
  }

  private static Optional<String> user(String credentials) {
    try {
      var text = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(text.substring(0, colon));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
