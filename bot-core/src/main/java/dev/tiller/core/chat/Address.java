package dev.tiller.core.chat;

/// A thread together with what the platform needs to reach it.
///
/// @param route opaque to the core: empty on Slack; on Teams the service URL, and behind a space
///   what else is known. The newest one seen in a thread is used, since a platform may move it
public record Address(ChatThread thread, String route) {

  /// The same with the route that was known before, where this one is only the beginning of it: not
  /// every event of a platform tells all.
  public Address knowing(String before) {
    return before.startsWith(route + " ") ? new Address(thread, before) : this;
  }
}
