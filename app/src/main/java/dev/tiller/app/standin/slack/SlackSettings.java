package dev.tiller.app.standin.slack;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// How a Slack stand-in is set up.
///
/// @param port 0 takes any free one
/// @param botToken what the bot shows to the Web API
/// @param signingSecret signs what is sent to the bot
/// @param appToken opens sockets for Socket Mode
/// @param retryDelays the wait before each further delivery of an event that was not taken; Slack
///   itself waits about no time, a minute and five
/// @param patience how long a delivery may take
public record SlackSettings(
    int port,
    String botToken,
    String signingSecret,
    String appToken,
    List<Duration> retryDelays,
    Duration patience,
    InstantSource clock) {

  public SlackSettings {
    retryDelays = List.copyOf(retryDelays);
  }

  /// Suits a playground: any free port, well-known secrets, impatient retries.
  public static SlackSettings playground() {
    return new SlackSettings(
        0,
        "xoxb-stand-in",
        "slack-stand-in-signing-secret",
        "xapp-stand-in",
        List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(5)),
        Duration.ofSeconds(3),
        InstantSource.system());
  }

  /// The same on another port.
  public SlackSettings withPort(int other) {
    return new SlackSettings(
        other, botToken, signingSecret, appToken, retryDelays, patience, clock);
  }

  /// The same with other waits between deliveries.
  public SlackSettings withRetryDelays(List<Duration> delays) {
    return new SlackSettings(port, botToken, signingSecret, appToken, delays, patience, clock);
  }

  /// The same with another patience.
  public SlackSettings withPatience(Duration other) {
    return new SlackSettings(port, botToken, signingSecret, appToken, retryDelays, other, clock);
  }

  /// The same by another clock.
  public SlackSettings withClock(InstantSource other) {
    return new SlackSettings(port, botToken, signingSecret, appToken, retryDelays, patience, other);
  }
}
