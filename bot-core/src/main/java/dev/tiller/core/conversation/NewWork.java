package dev.tiller.core.conversation;

import java.time.Instant;
import java.util.UUID;

/// Something to do.
///
/// @param lane pieces of one lane are done one after the other, in the order they were added
public record NewWork(String lane, WorkKind kind, UUID conversation, String subject, Instant due) {}
