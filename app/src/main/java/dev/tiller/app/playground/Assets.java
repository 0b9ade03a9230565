package dev.tiller.app.playground;

import dev.tiller.app.http.Exchange;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

/// The page's files, from the class path.
final class Assets {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+\\.[a-z0-9]+");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png");

  private Assets() {}

  static void page(Exchange exchange) throws IOException {
    serve(exchange, "index.html");
  }

  static void asset(Exchange exchange) throws IOException {
    serve(exchange, exchange.pathParam("file"));
  }

  private static void serve(Exchange exchange, String name) throws IOException {
    var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || !NAME.matcher(name).matches()) {
      exchange.respondError(404, "There is no such file.");
      return;
    }
    try (var file = Assets.class.getResourceAsStream("/playground/" + name)) {
      if (file == null) {
        exchange.respondError(404, "There is no such file.");
      } else {
        exchange.respond(200, type, file.readAllBytes());
      }
    }
  }
}
