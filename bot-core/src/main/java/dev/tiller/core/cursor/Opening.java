package dev.tiller.core.cursor;

/// How the service answered the request for an event stream.
public sealed interface Opening {

  /// The stream has begun; to be closed by who reads it.
  record Opened(Chunks chunks) implements Opening {}

  record Declined(Answer answer) implements Opening {}
}
