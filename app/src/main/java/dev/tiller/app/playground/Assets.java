package dev.tiller.app.playground;

import dev.tiller.app.http.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The page's files, from `playground/` on the class path. The page itself names them by a path of
/// this process's own, under which a browser keeps them: the next load asks for none of them again,
/// and after a new start for all.
final class Assets {

  /// Where all files are, kept by nobody.
  static final String PATH = "/assets/";

  /// Where the same files are as long as this process lives, such as `/assets/kept-m2x7/`.
  static final String KEPT = PATH + "kept-" + Long.toString(System.currentTimeMillis(), 36) + "/";

  private static final String A_DAY = "private, max-age=86400, immutable";

  private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_.-]+");

  private static final String HTML = "text/html; charset=utf-8";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", HTML,
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2");

  private Assets() {}

  /// Answers with the page.
  static void servePage(Exchange exchange) throws IOException {
    var page = read("index.html").map(it -> new String(it, StandardCharsets.UTF_8)).orElseThrow();
    exchange.respond(200, HTML, page.replace(PATH, KEPT));
  }

  /// Answers with a file that the browser keeps.
  ///
  /// @param name as for [#serve]
  static void serveKept(Exchange exchange, String name) throws IOException {
    serve(exchange.setHeader("Cache-Control", A_DAY), name);
  }

  /// Answers with a file.
  ///
  /// @param name such as `app.js`
  static void serve(Exchange exchange, String name) throws IOException {
    var type = Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    var bytes = NAME.matcher(name).matches() ? read(name) : Optional.<byte[]>empty();
    if (type.isEmpty() || bytes.isEmpty()) {
      exchange.setHeader("Cache-Control", "no-store");
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
