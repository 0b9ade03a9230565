package dev.tiller.core.conversation;

import dev.tiller.core.chat.ChatThread;

/// An agent and the thread it lives in, for lists.
public record AgentLine(ChatThread thread, Agent agent) {}
