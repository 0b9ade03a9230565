package dev.tiller.core.cursor;

import java.net.http.HttpHeaders;

/// A whole answer of the service.
public record Answer(int status, HttpHeaders headers, byte[] body) {

  boolean success() {
    return status >= 200 && status < 300;
  }

  public ErrorBody error() {
    return ErrorBody.parse(status, body);
  }
}
