package dev.tiller.core.logs;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where something went wrong, for the log: an exception's types and stack traces without its
/// messages. Those of databases and JSON readers quote what people wrote.
public final class Trace extends Exception {

  private static final long serialVersionUID = 1L;

  private Trace(Throwable e, @Nullable Throwable cause) {
    super(e.getClass().getName(), cause);
    setStackTrace(e.getStackTrace());
  }

  /// Of an exception and its causes; what it suppressed is left out.
  public static Trace of(Throwable e) {
    return of(e, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static Trace of(Throwable e, Set<Throwable> seen) {
    seen.add(e);
    var cause = e.getCause();
    return new Trace(e, cause == null || seen.contains(cause) ? null : of(cause, seen));
  }
}
