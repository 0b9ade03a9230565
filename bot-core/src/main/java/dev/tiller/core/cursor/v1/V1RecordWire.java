package dev.tiller.core.cursor.v1;

import java.util.List;
import java.util.Optional;

/// What Cursor API v1 tells of the agents it keeps (documentation of Oct 2026, OpenAPI of Jul
/// 2026).
final class V1RecordWire {

  private V1RecordWire() {}

  /// @param repos left out in lists
  record Agent(
      Optional<String> id,
      Optional<String> name,
      Optional<String> status,
      Optional<String> url,
      Optional<String> createdAt,
      Optional<String> latestRunId,
      List<Source> repos) {}

  /// @param url often without a scheme
  record Source(Optional<String> url) {}

  /// A page of agents, newest first.
  record Agents(List<Agent> items, Optional<String> nextCursor) {}

  record Artifacts(List<Artifact> items) {}

  /// @param path relative, below `artifacts/`
  record Artifact(Optional<String> path, long sizeBytes) {}

  /// Where an artifact lies for the next 15 minutes.
  record Download(Optional<String> url) {}

  /// @param cost not in the documentation, but sent
  record Usage(Optional<Tokens> totalUsage, List<RunUsage> runs, Optional<Cost> cost) {}

  record RunUsage(Optional<String> id, Optional<Tokens> usage, Optional<Cost> cost) {}

  record Tokens(
      long inputTokens,
      long outputTokens,
      long cacheWriteTokens,
      long cacheReadTokens,
      long totalTokens) {}

  record Cost(Optional<Double> rawCostCents, Optional<Double> chargedCents) {}
}
