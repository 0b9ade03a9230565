package dev.tiller.core.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The processes that share the database, and which runs each of them watches. A process holds one
/// lease for all it has; leases go by the database's clock.
public interface Replicas {

  /// Begins or renews a process's lease.
  void renew(String replica, Duration lease);

  /// Ends a process's lease: what it held is free.
  void leave(String replica);

  /// Leaves the runs that a process watches to the others. What else it holds stays its own.
  void handOver(String replica);

  /// Takes over running runs that no living process watches, this one's forgotten ones included.
  ///
  /// @param watched the runs that the process is watching
  List<WatchedRun> adopt(String replica, Set<UUID> watched, int limit);

  /// A running run to be watched.
  record WatchedRun(UUID conversation, UUID run) {}
}
