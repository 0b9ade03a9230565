package dev.tiller.core.conversation;

import java.util.UUID;

/// A piece of work that this process holds.
///
/// @param attempt from 1
/// @param unsure whether an earlier try may have had its effect: its outcome is unknown, or the
///   process that made it is gone
public record WorkItem(
    long id,
    String lane,
    WorkKind kind,
    UUID conversation,
    String subject,
    int attempt,
    boolean unsure,
    String owner) {}
