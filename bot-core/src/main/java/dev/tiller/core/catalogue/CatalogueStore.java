package dev.tiller.core.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lists that all processes share, and the right to ask the service for them anew. Goes by the
/// database's clock.
public interface CatalogueStore {

  /// What is kept of a list; absent until it was fetched once.
  Optional<Kept> read(String list);

  /// Takes the right to ask for a list now, once. False when that was done too recently or too
  /// often, by whichever process, or is postponed. Who has the right asks at once.
  boolean claim(String list, Limits limits);

  /// Keeps what was fetched just now.
  void keep(String list, List<String> entries);

  /// Grants nobody the right to ask before so much time has passed.
  void postpone(String list, Duration wait);

  /// What was kept, as it was given.
  record Kept(List<String> entries, Instant fetchedAt) {
    public Kept {
      entries = List.copyOf(entries);
    }
  }

  /// How often a list may be asked for.
  ///
  /// @param apart the shortest time between two requests
  /// @param hourly the most requests within any hour
  record Limits(Duration apart, int hourly) {

    /// Whether one more request is within the limits.
    ///
    /// @param asked when requests were made; older ones than an hour do not matter
    public boolean allow(List<Instant> asked, Instant now) {
      var recent = asked.stream().filter(at -> at.isAfter(now.minus(Duration.ofHours(1)))).count();
      return recent < hourly && asked.stream().noneMatch(at -> at.isAfter(now.minus(apart)));
    }
  }
}
