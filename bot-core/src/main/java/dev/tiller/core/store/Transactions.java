package dev.tiller.core.store;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs transactions, again when two of them were in each other's way. Failures of the database are
/// [DatabaseFailure]s.
final class Transactions {

  private static final Logger log = LoggerFactory.getLogger(Transactions.class);

  /// Deadlock and serialization failure of both engines, PostgreSQL's deadlock, H2's lock time-out.
  private static final Set<String> WORTH_REPEATING = Set.of("40001", "40P01", "HYT00", "55P03");

  private static final int TRIES = 6;

  private final Jdbi jdbi;
  private final Turns turns = new Turns();

  Transactions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  <T> T run(Function<Handle, T> body) {
    return run((handle, _) -> body.apply(handle));
  }

  /// The same for what writes rows that others may be writing at the same time.
  <T> T run(BiFunction<Handle, Turns.Turn, T> body) {
    for (int attempt = 1; ; attempt++) {
      try (var turn = turns.begin()) {
        return jdbi.inTransaction(handle -> body.apply(handle, turn));
      } catch (JdbiException e) {
        if (attempt == TRIES || !worthRepeating(e)) {
          throw DatabaseFailure.of(e);
        }
        log.atDebug().addKeyValue("attempt", attempt).log("transaction repeated");
        LockSupport.parkNanos(
            TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(5, 20L * attempt)));
      }
    }
  }

  private static boolean worthRepeating(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && WORTH_REPEATING.contains(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
