package dev.tiller.app.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Answers that say in a small JSON object what is wrong, and nothing of the inside.
final class JsonError implements Request.Handler {

  static final String INTERNAL = "Something went wrong inside.";

  /// `{"error": sentence}`.
  static byte[] of(String sentence) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("error", sentence)
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  static void write(Response response, Callback callback, int status, String sentence) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(true, ByteBuffer.wrap(of(sentence)), callback);
  }

  /// Answers what Jetty refuses by itself, such as malformed requests.
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    write(response, callback, status, HttpStatus.getMessage(status));
    return true;
  }
}
