package dev.tiller.core.cursor;

import java.io.IOException;
import java.net.http.HttpTimeoutException;

/// A call that brought no answer.
final class NoAnswer extends Exception {

  private static final long serialVersionUID = 1L;

  NoAnswer(String code, Throwable cause) {
    super(code, cause);
  }

  String code() {
    return String.valueOf(getMessage());
  }

  /// Whether the line broke, which may well be over at once, rather than time ran out.
  boolean lineBroke() {
    return getCause() instanceof IOException && !(getCause() instanceof HttpTimeoutException);
  }
}
