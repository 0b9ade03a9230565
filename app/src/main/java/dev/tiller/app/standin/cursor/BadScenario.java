package dev.tiller.app.standin.cursor;

/// A scenario file that cannot be used. The message says to a person what to mend, and where.
public final class BadScenario extends Exception {

  private static final long serialVersionUID = 1L;

  BadScenario(String message) {
    super(message);
  }

  BadScenario(String message, Throwable cause) {
    super(message, cause);
  }
}
