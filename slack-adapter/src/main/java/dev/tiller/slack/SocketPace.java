package dev.tiller.slack;

import java.time.Duration;

/// How patient a socket is.
///
/// @param open how long the connection may take, and again Slack's first word on it
/// @param ping the time between two pings
/// @param misses after so many pings in a row without a sign of life the connection counts as dead
/// @param retry the longest wait before the first new try; each further one may take twice as long
/// @param retryMost the longest wait between tries
/// @param seldom the wait when only a person can mend what is wrong
/// @param settled a connection that has lasted so long is no failure when it ends
/// @param retire how long an old connection is kept beside its successor, for what is on its way
/// @param finish how long the end waits for what is in flight
record SocketPace(
    Duration open,
    Duration ping,
    int misses,
    Duration retry,
    Duration retryMost,
    Duration seldom,
    Duration settled,
    Duration retire,
    Duration finish) {

  /// Suits Slack.
  static final SocketPace USUAL =
      new SocketPace(
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          3,
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(5));
}
