package dev.tiller.app.playground;

import dev.tiller.app.http.Exchange;
import dev.tiller.app.standin.chat.ChatStandIn;
import dev.tiller.app.standin.chat.SharedFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gives the page the files that were added to messages. What a browser can show is shown; anything
/// else is only offered for download.
record SharedFiles(List<ChatStandIn> platforms) {

  private static final Set<String> SHOWN =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "video/mp4", "video/webm");

  /// A browser shows a picture that is opened by itself in a page of its own making, with its own
  /// styles.
  private static final String CONTENT_SECURITY =
      "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'";

  /// Answers `/api/files/{platform}/{file}`.
  void serve(Exchange exchange) throws IOException {
    var file = find(exchange.pathParam("platform"), exchange.pathParam("file"));
    if (file.isEmpty()) {
      exchange.respondError(404, "There is no such file, or not any more.");
    } else {
      serve(exchange, file.get());
    }
  }

  private Optional<SharedFile> find(String platform, String id) {
    return platforms.stream()
        .filter(it -> it.id().equals(platform))
        .findFirst()
        .flatMap(it -> it.file(id));
  }

  private static void serve(Exchange exchange, SharedFile file) throws IOException {
    exchange.setHeader("Cache-Control", "private, max-age=3600");
    exchange.setHeader("Content-Security-Policy", CONTENT_SECURITY);
    if (SHOWN.contains(file.mediaType())) {
      exchange.respond(200, file.mediaType(), file.content());
    } else {
      exchange.setHeader("Content-Disposition", "attachment");
      exchange.respond(200, "application/octet-stream", file.content());
    }
  }
}
