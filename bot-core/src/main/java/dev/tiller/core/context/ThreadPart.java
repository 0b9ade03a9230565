package dev.tiller.core.context;

/// What became of the thread's messages.
public sealed interface ThreadPart {

  /// None were wanted, or there can be none.
  record Unwanted() implements ThreadPart {}

  record Quoted(Excerpt excerpt) implements ThreadPart {}

  /// The platform does not let the bot read the thread.
  record NotGranted() implements ThreadPart {}

  /// They could not be read in time.
  record Unread() implements ThreadPart {}
}
