package dev.tiller.app.http;

import java.io.IOException;

/// Thrown by a handler to close the connection at once, in the middle of the answer or before it.
/// For pretending that a network broke.
public final class HangUp extends IOException {

  private static final long serialVersionUID = 1L;

  public HangUp() {
    super("the connection is closed on purpose");
  }
}
