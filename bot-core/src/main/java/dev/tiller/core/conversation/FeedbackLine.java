package dev.tiller.core.conversation;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.ChatThread;

/// An opinion of a run, and what the run was, for lists.
///
/// @param thread where the run was asked for
/// @param repository where its agent worked
/// @param task the run's prompt
public record FeedbackLine(
    ChatThread thread, Repository repository, String task, Feedback feedback) {}
