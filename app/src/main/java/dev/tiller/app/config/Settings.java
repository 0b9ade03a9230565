package dev.tiller.app.config;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.settings.Admin;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All settings, checked. Printing them shows no secret.
///
/// @param slack absent when Tiller is not on Slack; one of the platforms is there
/// @param teams absent when Tiller is not on Teams
/// @param defaultRepository for requests that name none
/// @param governance who may change what in chat
/// @param queueing how follow-ups wait
/// @param quietAfter how long an agent may give no sign of life; absent for ever
/// @param notices what a person should know although it is no mistake, in sentences for the log
public record Settings(
    Optional<Slack> slack,
    Optional<Teams> teams,
    Cursor cursor,
    Web web,
    Database database,
    Keys keys,
    Optional<Repository> defaultRepository,
    Steering steering,
    Governance governance,
    Queueing queueing,
    Optional<Duration> quietAfter,
    LogLevel logLevel,
    LogFormat logFormat,
    List<String> notices) {

  public Settings {
    notices = List.copyOf(notices);
  }

  /// Reads and checks everything.
  ///
  /// @param file absent when there is none
  /// @throws BadSettings with all problems at once
  public static Settings load(Map<String, String> environment, Optional<Path> file)
      throws BadSettings {
    return new SettingsParser(new Sources().read(environment, file)).parse();
  }

  /// Reads and checks what concerns Cursor's API only.
  ///
  /// @param file absent when there is none
  /// @throws BadSettings with all problems at once
  public static Cursor loadCursor(Map<String, String> environment, Optional<Path> file)
      throws BadSettings {
    return new SettingsParser(new Sources().read(environment, file)).parseCursor();
  }

  /// @param limit how many may wait for one agent
  /// @param burst within what time of each other they go out as one; absent for never
  public record Queueing(int limit, Optional<Duration> burst) {}

  /// @param signingSecret absent when Slack does not call over HTTP; one of the two is there
  /// @param formerSecrets signing secrets that are still accepted beside the first
  /// @param appToken absent when events are not fetched by Socket Mode
  public record Slack(
      Secret botToken,
      Optional<Secret> signingSecret,
      List<Secret> formerSecrets,
      Optional<Secret> appToken,
      URI apiUrl,
      AgentStatus agentStatus) {

    public Slack {
      formerSecrets = List.copyOf(formerSecrets);
    }
  }

  /// @param tenantId the only organisation that is served
  /// @param serviceHosts as `host` or `host:port`
  public record Teams(
      String appId,
      Secret appPassword,
      String tenantId,
      URI openIdMetadataUrl,
      URI loginUrl,
      URI graphUrl,
      List<String> serviceHosts) {

    public Teams {
      serviceHosts = List.copyOf(serviceHosts);
    }
  }

  public record Cursor(Secret apiKey, URI apiUrl, CursorApi api) {}

  /// @param port 0 for any free one
  /// @param publicUrl without a trailing slash; absent when the internet does not reach the server
  public record Web(String host, int port, Optional<URI> publicUrl) {}

  /// @param url a JDBC URL of H2 or PostgreSQL, without a password
  public record Database(String url, Optional<String> user, Optional<Secret> password) {

    /// The file that H2 makes; absent for other databases.
    public Optional<Path> h2File() {
      return DatabaseParser.h2File(url).map(it -> Path.of(it + ".mv.db"));
    }
  }

  /// Who may change what holds for others, and where the reviewed settings are.
  ///
  /// @param membersSetChannels whether all members of a channel may change its settings
  /// @param file known to have been good a moment ago; absent when there is none
  public record Governance(Set<Admin> admins, boolean membersSetChannels, Optional<Path> file) {

    public Governance {
      admins = Set.copyOf(admins);
    }
  }

  /// The versions of Cursor's API.
  public enum CursorApi {
    V1,
    V0
  }

  /// Whether Slack's own agent status is shown.
  public enum AgentStatus {
    /// Until Slack refuses it.
    AUTO,
    ON,
    OFF
  }

  /// Who may steer an agent besides its owner.
  public enum Steering {
    OWNER,
    TEAM
  }

  /// How much Tiller itself logs.
  public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
  }

  /// How a line of the log is written.
  public enum LogFormat {
    TEXT,
    JSON
  }
}
