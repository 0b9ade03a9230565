package dev.tiller.core.agents;

import java.util.List;
import java.util.Optional;

/// What an agent has used (Cursor API v1, Oct 2026).
///
/// @param runs in the service's order; a run whose usage is not known yet has zeros
/// @param cost absent where the service does not tell
public record Usage(Tokens total, List<OfRun> runs, Optional<Cost> cost) {

  public Usage {
    runs = List.copyOf(runs);
  }

  public record Tokens(long input, long output, long cacheWrite, long cacheRead, long total) {}

  public record OfRun(RunId run, Tokens tokens, Optional<Cost> cost) {}

  /// Money, in cents of a US dollar, with fractions.
  ///
  /// @param raw what the models cost
  /// @param charged what the account pays
  public record Cost(double raw, double charged) {}
}
