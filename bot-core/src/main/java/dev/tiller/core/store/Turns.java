package dev.tiller.core.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/// Whose turn it is to write a new row, among the transactions of this process.
///
/// While another transaction has written a row of the same key and not yet committed, H2 repeats
/// the insert without a pause (H2 2.5, `Command.executeUpdate`). A few virtual threads that wait
/// like this keep all processors from the one that they wait for, until H2 gives up after two
/// seconds. Here they wait before they insert, at rest. PostgreSQL rests by itself, and is treated
/// alike.
final class Turns {

  /// As long as H2 waits for a lock by default. Whoever has waited that long goes on, and leaves it
  /// to the database, which also finds transactions that wait for each other.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /// A row's lock stays as long as somebody has it or waits for it.
  private final Cache<Object, ReentrantLock> locks = Caffeine.newBuilder().weakValues().build();

  /// The turns of one transaction, to be closed after its end by the thread that took them.
  Turn begin() {
    return new Turn();
  }

  final class Turn implements AutoCloseable {

    private final Deque<ReentrantLock> taken = new ArrayDeque<>();

    private Turn() {}

    /// Waits until no other transaction of this process has this row's turn, or for two seconds. An
    /// interrupted thread goes on at once and stays interrupted.
    ///
    /// @param row names it among the rows of all tables
    void await(Object row) {
      take(row);
    }

    /// Inserts a row in its turn, which is given back at once where the row was there already.
    ///
    /// @param row names it among the rows of all tables
    /// @param insert how many rows it has written
    void insert(Object row, IntSupplier insert) {
      boolean mine = take(row);
      if (insert.getAsInt() == 0 && mine) {
        taken.pop().unlock();
      }
    }

    private boolean take(Object row) {
      var lock = locks.get(row, _ -> new ReentrantLock());
      try {
        boolean mine = lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (mine) {
          taken.push(lock);
        }
        return mine;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    public void close() {
      while (!taken.isEmpty()) {
        taken.pop().unlock();
      }
    }
  }
}
