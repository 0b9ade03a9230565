package dev.tiller.core.conversation;

import java.util.Optional;

/// What a run has used.
///
/// @param cents what the account pays, in cents of a US dollar; absent where the service does not
///   tell
public record Spent(long tokens, Optional<Double> cents) {}
