package dev.tiller.app.playground;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.cursor.CursorStandIn;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.slack.SlackStandIn;
import dev.tiller.app.standin.teams.TeamsStandIn;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The outside services, as stand-ins on loopback.
public final class StandIns implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  /// Ann Lee, on both platforms.
  private static final String ADMINS = "slack:" + SlackStandIn.ANN + ",teams:" + TeamsStandIn.ANN;

  private static final String KEY = "crsr_stand-in";

  private final Traffic traffic = new Traffic(InstantSource.system());
  private final CursorStandIn cursor;
  private final SlackStandIn slack;
  private final TeamsStandIn teams;
  private final SlackWay slackWay;
  private final Map<String, String> secrets = new HashMap<>();

  /// Starts all three; Slack's reaches the bot by HTTP.
  ///
  /// @throws IOException when a port cannot be had
  public StandIns(Ports ports, Options cursorOptions) throws IOException {
    this(ports, cursorOptions, SlackWay.HTTP);
  }

  /// Starts all three.
  ///
  /// @throws IOException when a port cannot be had
  public StandIns(Ports ports, Options cursorOptions, SlackWay slackWay) throws IOException {
    this.slackWay = slackWay;
    var slackSettings = dev.tiller.app.standin.slack.SlackSettings.playground();
    var teamsSettings = dev.tiller.app.standin.teams.TeamsSettings.playground();
    cursor = CursorStandIn.start(HOST, ports.cursor(), cursorOptions, traffic);
    slack = SlackStandIn.start(slackSettings.withPort(ports.slack()), traffic);
    teams = TeamsStandIn.start(teamsSettings.withPort(ports.teams()), traffic);
    teams.grantReading(true);
    secrets.put("SLACK_BOT_TOKEN", slackSettings.botToken());
    switch (slackWay) {
      case HTTP -> secrets.put("SLACK_SIGNING_SECRET", slackSettings.signingSecret());
      case SOCKET -> secrets.put("SLACK_APP_TOKEN", slackSettings.appToken());
    }
    secrets.put("TEAMS_APP_ID", teamsSettings.appId());
    secrets.put("TEAMS_APP_PASSWORD", teamsSettings.appPassword());
    secrets.put("TEAMS_TENANT_ID", TeamsStandIn.TENANT);
  }

  public CursorStandIn cursor() {
    return cursor;
  }

  public SlackStandIn slack() {
    return slack;
  }

  public TeamsStandIn teams() {
    return teams;
  }

  public Traffic traffic() {
    return traffic;
  }

  /// The settings, by name, with which a bot talks to these services.
  public Map<String, String> settings(CursorApi api) {
    var settings = new HashMap<>(secrets);
    settings.put("SLACK_API_URL", slack.apiUrl().toString());
    settings.put("TEAMS_OPENID_METADATA_URL", teams.openIdMetadataUrl().toString());
    settings.put("TEAMS_LOGIN_URL", teams.loginUrl().toString());
    settings.put("TEAMS_GRAPH_URL", teams.graphUrl().toString());
    settings.put("TEAMS_SERVICE_HOSTS", teams.serviceUrl().getAuthority());
    settings.put("TILLER_ADMINS", ADMINS);
    settings.put("CURSOR_API_KEY", KEY);
    settings.put("CURSOR_API_URL", cursor.url().toString());
    settings.put("CURSOR_API", api.name().toLowerCase(Locale.ROOT));
    return settings;
  }

  /// Says where the bot is: from now on it hears of messages, in Socket Mode once it has a socket.
  public void connect(URI bot) {
    if (slackWay == SlackWay.HTTP) {
      slack.connect(bot);
    }
    teams.connect(bot);
  }

  @Override
  public void close() {
    slack.close();
    teams.close();
    cursor.close();
  }
}
