package dev.tiller.app.standin.cursor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// An answer on its way to the wire.
sealed interface Reply {

  record Whole(int status, String contentType, byte[] body, Map<String, String> headers)
      implements Reply {

    /// For the log: text, or how much there is of what is no text.
    String text() {
      return contentType.startsWith("image/") || contentType.startsWith("video/")
          ? "(" + body.length + " bytes, " + contentType + ")"
          : new String(body, StandardCharsets.UTF_8);
    }

    /// With these headers instead of its own.
    Whole with(Map<String, String> others) {
      return new Whole(status, contentType, body, others);
    }
  }

  /// An event stream.
  record Stream(Map<String, String> headers, Writer writer) implements Reply {}

  /// Writes a stream to its end.
  @FunctionalInterface
  interface Writer {
    /// @throws IOException when the client is gone, or to break the connection
    void write(OutputStream out) throws IOException;
  }

  static Whole json(int status, Object body) {
    return new Whole(status, "application/json", Json.bytes(body), Map.of());
  }

  static Reply ok(Object body) {
    return json(200, body);
  }

  static Reply of(Fault.Answer answer) {
    return new Whole(
        answer.status(),
        answer.contentType(),
        answer.body().getBytes(StandardCharsets.UTF_8),
        answer.headers());
  }
}
