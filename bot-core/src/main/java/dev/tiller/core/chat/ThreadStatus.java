package dev.tiller.core.chat;

/// What a platform's own display says of the bot in a thread.
public enum ThreadStatus {
  /// Something is being worked on, and can be stopped.
  WORKING,
  /// Nothing is going on.
  IDLE
}
