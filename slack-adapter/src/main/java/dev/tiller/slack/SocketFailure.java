package dev.tiller.slack;

/// A socket could not be had.
final class SocketFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient SocketEnd end;

  SocketFailure(SocketEnd end) {
    super(end.code());
    this.end = end;
  }

  SocketEnd end() {
    return end;
  }
}
