package dev.tiller.app.playground;

import dev.tiller.app.http.Exchange;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The page's files, from `playground/` on the class path.
final class Assets {

  private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_.-]+");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2");

  private Assets() {}

  /// Answers with a file.
  ///
  /// @param name such as `app.js`
  static void serve(Exchange exchange, String name) throws IOException {
    var type = Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    var bytes = NAME.matcher(name).matches() ? read(name) : Optional.<byte[]>empty();
    if (type.isEmpty() || bytes.isEmpty()) {
      exchange.respondError(404, "The page has no file of this name.");
    } else {
      exchange.respond(200, type.get(), bytes.get());
    }
  }

  private static Optional<byte[]> read(String name) throws IOException {
    try (var in = Assets.class.getResourceAsStream("/playground/" + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }
}
