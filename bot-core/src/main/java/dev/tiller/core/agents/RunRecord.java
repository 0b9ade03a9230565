package dev.tiller.core.agents;

import java.time.Instant;
import java.util.Optional;

/// A run as a list of the service's shows it.
///
/// @param status the service's own word
public record RunRecord(RunId id, RunState state, String status, Optional<Instant> createdAt) {}
