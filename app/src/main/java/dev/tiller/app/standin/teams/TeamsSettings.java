package dev.tiller.app.standin.teams;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// How a Teams stand-in is set up.
///
/// @param port 0 takes any free one
/// @param appId the bot's app id
/// @param appPassword what the bot shows to get a token
/// @param retryDelays the wait before each further delivery of an activity after a 5xx or no answer
/// @param patience how long a delivery may take
public record TeamsSettings(
    int port,
    String appId,
    String appPassword,
    List<Duration> retryDelays,
    Duration patience,
    InstantSource clock) {

  public TeamsSettings {
    retryDelays = List.copyOf(retryDelays);
  }

  /// Suits a playground: any free port, a well-known app, impatient retries.
  public static TeamsSettings playground() {
    return new TeamsSettings(
        0,
        "71e40000-0000-4000-8000-000000000071",
        "teams-stand-in-password",
        List.of(Duration.ofSeconds(1), Duration.ofSeconds(5)),
        Duration.ofSeconds(15),
        InstantSource.system());
  }

  /// The same on another port.
  public TeamsSettings withPort(int other) {
    return new TeamsSettings(other, appId, appPassword, retryDelays, patience, clock);
  }

  /// The same with other waits between deliveries.
  public TeamsSettings withRetryDelays(List<Duration> delays) {
    return new TeamsSettings(port, appId, appPassword, delays, patience, clock);
  }

  /// The same with another patience.
  public TeamsSettings withPatience(Duration other) {
    return new TeamsSettings(port, appId, appPassword, retryDelays, other, clock);
  }

  /// The same by another clock.
  public TeamsSettings withClock(InstantSource other) {
    return new TeamsSettings(port, appId, appPassword, retryDelays, patience, other);
  }
}
