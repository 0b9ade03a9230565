package dev.tiller.core.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The database did not do what it was asked. Drivers quote the values of a statement in their
/// messages, which can be what people wrote, so this one carries the SQLSTATE and the stack only;
/// of trouble with the connection, it carries all.
public final class DatabaseFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// The SQLSTATE class of connection exceptions.
  private static final String CONNECTION = "08";

  private DatabaseFailure(String state, StackTraceElement[] stack, @Nullable Throwable cause) {
    super("database failed, SQLSTATE " + state, cause);
    setStackTrace(stack);
  }

  static DatabaseFailure of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        var state = String.valueOf(sql.getSQLState());
        return new DatabaseFailure(
            state, failure.getStackTrace(), state.startsWith(CONNECTION) ? sql : null);
      }
    }
    return new DatabaseFailure("unknown", failure.getStackTrace(), null);
  }
}
