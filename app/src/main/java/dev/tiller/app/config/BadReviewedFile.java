package dev.tiller.app.config;

/// A reviewed file that cannot be used. The message says where and what to do, to be read after the
/// file's name.
final class BadReviewedFile extends Exception {

  private static final long serialVersionUID = 1L;

  BadReviewedFile(String message) {
    super(message);
  }

  BadReviewedFile(String message, Throwable cause) {
    super(message, cause);
  }
}
