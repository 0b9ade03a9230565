package dev.tiller.app.standin.cursor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/// All agents, deleted ones too, and what is counted for each repository. Thread-safe; an agent's
/// record is replaced as a whole, so that a reader sees one moment.
final class AgentStore {

  private record Row(long number, Agent agent) {}

  private final Map<String, Row> rows = new ConcurrentHashMap<>();
  private final Map<String, Integer> pullRequests = new HashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();

  /// @throws ApiError when an agent has or had this id
  void add(Agent agent) {
    var row = new Row(numbers.incrementAndGet(), agent);
    if (rows.putIfAbsent(agent.id(), row) != null) {
      throw new ApiError(409, "agent_id_conflict", "An agent with this id already exists");
    }
    changed();
  }

  /// Replaces an agent that is in the store.
  Agent update(String id, UnaryOperator<Agent> change) {
    var row =
        rows.computeIfPresent(id, (_, old) -> new Row(old.number(), change.apply(old.agent())));
    if (row == null) {
      throw ApiError.noAgent();
    }
    changed();
    return row.agent();
  }

  /// Also finds deleted ones.
  Optional<Agent> find(String id) {
    return Optional.ofNullable(rows.get(id)).map(Row::agent);
  }

  /// @throws ApiError when there is none or it was deleted
  Agent get(String id) {
    return find(id).filter(agent -> !agent.deleted()).orElseThrow(ApiError::noAgent);
  }

  /// Newest first, with deleted ones.
  List<Agent> all() {
    return rows.values().stream()
        .sorted(Comparator.comparingLong(Row::number).reversed())
        .map(Row::agent)
        .toList();
  }

  /// The number of a repository's next pull request.
  synchronized int nextPullRequest(String repository) {
    return pullRequests.merge(repository, 1, Integer::sum);
  }

  /// Calls the listener after each change, on the thread that made it: it must be quick.
  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }
}
