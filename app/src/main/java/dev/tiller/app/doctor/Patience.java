package dev.tiller.app.doctor;

import java.time.Duration;

/// How long things may take.
///
/// @param connect until a connection stands
/// @param answer until a call is answered
/// @param check until a check gives up, with all its calls
/// @param slow from when on an answer to what the services send is a slow one
public record Patience(Duration connect, Duration answer, Duration check, Duration slow) {

  /// Suits the real services.
  public static final Patience USUAL =
      new Patience(
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(25),
          Duration.ofMillis(1500));
}
