package dev.tiller.core.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Work as processes take it. Each piece is held by one process at a time; of a lane, only the
/// first piece can be held. Pieces held by a process whose lease has ended are free again.
public interface WorkQueue {

  /// Takes up to `limit` due pieces for a process, oldest first.
  List<WorkItem> take(String owner, int limit, Instant now);

  /// Gives a piece back, to be tried again later; of no effect when it is not ours any more.
  ///
  /// @param unsure whether this try may have had its effect
  void again(WorkItem item, Instant due, boolean unsure);

  /// Frees the pieces that the queue thinks a process holds and the process knows nothing of, such
  /// as those whose taking was committed although its answer was lost.
  ///
  /// @param held the ids of the pieces that it does hold
  void release(String owner, Set<Long> held);

  /// Whether anything at all is left to do, now or later.
  boolean isEmpty();
}
