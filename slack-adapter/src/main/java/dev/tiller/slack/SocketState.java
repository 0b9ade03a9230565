package dev.tiller.slack;

import java.time.Instant;

/// How the bot hears from Slack in Socket Mode.
public sealed interface SocketState {

  /// Slack delivers.
  ///
  /// @param since when a connection was had after there was none; a refresh does not change it
  record Connected(Instant since) implements SocketState {}

  /// There is no connection, and another is being tried for.
  ///
  /// @param since when there was one last, or the first try
  /// @param why in plain words; empty before the first try has ended
  record Trying(Instant since, String why) implements SocketState {}

  /// Nothing is taken any more; what is in flight may still be finished.
  record Closing() implements SocketState {}
}
