package dev.tiller.app;

import dev.tiller.app.config.Secret;
import dev.tiller.app.config.Settings;
import dev.tiller.core.agents.CloudAgents;
import dev.tiller.core.bot.BotSettings;
import dev.tiller.core.cursor.ApiKey;
import dev.tiller.core.cursor.ApiVersion;
import dev.tiller.core.cursor.CursorConnection;
import dev.tiller.core.decide.Rules;
import dev.tiller.core.settings.Steering;
import dev.tiller.core.store.DatabaseSettings;
import dev.tiller.slack.SlackSettings;
import dev.tiller.teams.TeamsSettings;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/// What each part of the bot is told of the settings, in the part's own types.
public final class PartSettings {

  private static final Duration CREATE_TIMEOUT = Duration.ofSeconds(150);
  private static final Duration QUICK_RUN_WAIT = Duration.ofSeconds(30);

  private PartSettings() {}

  /// The database that a bot with these settings works on.
  public static DatabaseSettings database(Settings settings) {
    var its = settings.database();
    return DatabaseSettings.of(
        its.url(), its.user().orElse("tiller"), its.password().map(Secret::reveal).orElse(""));
  }

  /// How Cursor's API is reached.
  public static CursorConnection connection(Settings.Cursor its) {
    return CursorConnection.of(its.apiUrl(), new ApiKey(its.apiKey().reveal()));
  }

  /// The version of Cursor's API.
  public static ApiVersion version(Settings.Cursor its) {
    return switch (its.api()) {
      case V1 -> ApiVersion.V1;
      case V0 -> ApiVersion.V0;
    };
  }

  static BotSettings bot(Settings settings, CloudAgents.Abilities abilities) {
    return BotSettings.of(rules(settings, abilities), UUID.randomUUID().toString())
        .withQuietAfter(settings.quietAfter());
  }

  /// The Slack app.
  public static SlackSettings slack(Settings.Slack its) {
    var status =
        switch (its.agentStatus()) {
          case AUTO -> SlackSettings.AgentStatus.AUTO;
          case ON -> SlackSettings.AgentStatus.ON;
          case OFF -> SlackSettings.AgentStatus.OFF;
        };
    return new SlackSettings(
        its.botToken().reveal(),
        its.signingSecret().map(Secret::reveal),
        its.formerSecrets().stream().map(Secret::reveal).toList(),
        its.appToken().map(Secret::reveal),
        its.apiUrl(),
        status);
  }

  /// The Teams bot.
  public static TeamsSettings teams(Settings.Teams its) {
    return new TeamsSettings(
        its.appId(),
        its.appPassword().reveal(),
        its.tenantId(),
        its.openIdMetadataUrl(),
        its.loginUrl(),
        its.graphUrl(),
        its.serviceHosts());
  }

  private static Rules rules(Settings settings, CloudAgents.Abilities abilities) {
    var steering =
        switch (settings.steering()) {
          case OWNER -> Steering.owner();
          case TEAM -> Steering.team();
        };
    return new Rules(
        settings.defaultRepository(),
        steering,
        abilities.chosenAgentId(),
        abilities.runs(),
        abilities.features(),
        CREATE_TIMEOUT,
        QUICK_RUN_WAIT,
        new Rules.Queueing(
            settings.queueing().limit(), settings.queueing().burst().orElse(Duration.ZERO)),
        Map.of());
  }
}
