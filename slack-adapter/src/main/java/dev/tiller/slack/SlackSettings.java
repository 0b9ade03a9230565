package dev.tiller.slack;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the adapter needs to know about the Slack app. Printing it shows no secret.
///
/// @param botToken the bot user's OAuth token, `xoxb-…`
/// @param signingSecret what Slack signs its requests with; absent when Slack does not call over
///   HTTP
/// @param formerSecrets signing secrets that are still accepted beside the first, while it is being
///   changed
/// @param appToken the app-level token, `xapp-…`, for Socket Mode; absent without it
/// @param apiUrl where the Web API is; the only place that the token is sent to
/// @param agentStatus whether Slack's own display of a working agent is used
public record SlackSettings(
    String botToken,
    Optional<String> signingSecret,
    List<String> formerSecrets,
    Optional<String> appToken,
    URI apiUrl,
    AgentStatus agentStatus) {

  /// The Web API of slack.com.
  public static final URI SLACK_API = URI.create("https://slack.com/api/");

  public SlackSettings {
    formerSecrets = List.copyOf(formerSecrets);
    requireSecret("bot token", botToken);
    formerSecrets.forEach(its -> requireSecret("signing secret", its));
    signingSecret.ifPresent(its -> requireSecret("signing secret", its));
    appToken.ifPresent(its -> requireSecret("app-level token", its));
    if (signingSecret.isEmpty() && appToken.isEmpty()) {
      throw new IllegalArgumentException(
          "Slack has no way in: no signing secret, no app-level token");
    }
    if (!"https".equals(apiUrl.getScheme()) && !"http".equals(apiUrl.getScheme())) {
      throw new IllegalArgumentException("the Slack API URL is not http(s)");
    }
    if (!apiUrl.toString().endsWith("/")) {
      apiUrl = URI.create(apiUrl + "/");
    }
  }

  public SlackSettings(String botToken, String signingSecret) {
    this(botToken, signingSecret, SLACK_API);
  }

  public SlackSettings(String botToken, String signingSecret, URI apiUrl) {
    this(botToken, Optional.of(signingSecret), Optional.empty(), apiUrl, AgentStatus.AUTO);
  }

  public SlackSettings(
      String botToken,
      Optional<String> signingSecret,
      Optional<String> appToken,
      URI apiUrl,
      AgentStatus agentStatus) {
    this(botToken, signingSecret, List.of(), appToken, apiUrl, agentStatus);
  }

  /// All that a request may be signed with.
  List<String> signingSecrets() {
    return Stream.concat(signingSecret.stream(), formerSecrets.stream()).toList();
  }

  /// Whether a display is used that only some workspaces and apps have.
  public enum AgentStatus {
    /// Until Slack refuses it.
    AUTO,
    ON,
    OFF
  }

  private static void requireSecret(String name, String value) {
    if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "the Slack " + name + " is empty or has a character that no " + name + " has");
    }
  }

  @Override
  public String toString() {
    return "SlackSettings[apiUrl=" + apiUrl + "]";
  }
}
