package dev.tiller.core.chat;

/// A thread together with what the platform needs to reach it.
///
/// @param route opaque to the core: the service URL on Teams, empty on Slack. The newest one seen
///   in a thread is used, since a platform may move it
public record Address(ChatThread thread, String route) {}
