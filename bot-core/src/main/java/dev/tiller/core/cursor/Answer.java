package dev.tiller.core.cursor;

import java.net.http.HttpHeaders;

/// A whole answer of the service; of one without success, the beginning of its body.
public record Answer(int status, HttpHeaders headers, byte[] body) {

  boolean success() {
    return status >= 200 && status < 300;
  }

  /// Whether the service as a whole seems to be down, rather than to decline this one call.
  boolean outage() {
    return status >= 500
        && status != 501
        && switch (error().code()) {
          case "stream_unavailable", "not_implemented" -> false;
          default -> true;
        };
  }

  public ErrorBody error() {
    return ErrorBody.parse(status, body);
  }
}
