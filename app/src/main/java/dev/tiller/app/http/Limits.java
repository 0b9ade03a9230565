package dev.tiller.app.http;

import java.time.Duration;

/// What a server puts up with.
///
/// @param bodyBytes the largest request body; larger ones are answered 413
/// @param headerBytes the largest request line and headers together; larger ones are answered 431
/// @param connections at most so many at a time; more wait to be accepted
/// @param receive how long a sender may take for the headers, and again for the body
/// @param idle how long a connection may rest between requests
/// @param drain how long [HttpServer#close()] waits for requests in flight
public record Limits(
    int bodyBytes,
    int headerBytes,
    int connections,
    Duration receive,
    Duration idle,
    Duration drain) {

  /// Suits the public side of the bot: a body of 1 MiB within ten seconds.
  public static final Limits DEFAULT =
      new Limits(
          1 << 20,
          16 << 10,
          1024,
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10));

  /// The same with another largest body.
  public Limits withBodyBytes(int bytes) {
    return new Limits(bytes, headerBytes, connections, receive, idle, drain);
  }

  /// The same with another wait for requests in flight.
  public Limits withDrain(Duration wait) {
    return new Limits(bodyBytes, headerBytes, connections, receive, idle, wait);
  }
}
