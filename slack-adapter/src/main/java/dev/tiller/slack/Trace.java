package dev.tiller.slack;

import org.jspecify.annotations.Nullable;

/// Where something went wrong, for the log: an exception's types and stack traces without its
/// messages, which can quote what people wrote.
final class Trace extends Exception {

  private static final long serialVersionUID = 1L;

  private Trace(Throwable e, @Nullable Throwable cause) {
    super(e.getClass().getName(), cause);
    setStackTrace(e.getStackTrace());
  }

  static Trace of(Throwable e) {
    return new Trace(e, e.getCause() == null ? null : of(e.getCause()));
  }
}
