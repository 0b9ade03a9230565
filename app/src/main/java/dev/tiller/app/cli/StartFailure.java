package dev.tiller.app.cli;

/// A program that cannot start for a reason that a person can mend. The message is for that person:
/// one or two plain sentences.
public final class StartFailure extends Exception {

  private static final long serialVersionUID = 1L;

  public StartFailure(String message) {
    super(message);
  }

  public StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
