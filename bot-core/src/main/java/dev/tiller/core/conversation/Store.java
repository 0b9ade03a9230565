package dev.tiller.core.conversation;

import dev.tiller.core.catalogue.CatalogueStore;
import java.util.function.Function;

/// Where conversations, messages and work are kept.
public interface Store {

  /// Runs `body` in one transaction and commits. Repeats it after a deadlock or a lock time-out, so
  /// it has no effect of its own outside the transaction. Any exception rolls everything back.
  <T> T transact(Function<Transaction, T> body);

  WorkQueue work();

  Replicas replicas();

  CatalogueStore catalogue();

  /// Whether the database answers.
  boolean healthy();
}
