package dev.tiller.core.agents;

import java.util.Optional;

/// A follow-up that the service has taken.
///
/// @param run the run it began; absent where the service has no runs of its own
public record Accepted(Optional<RunId> run) {}
