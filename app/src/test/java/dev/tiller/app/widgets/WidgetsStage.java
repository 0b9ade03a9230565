package dev.tiller.app.widgets;

import dev.tiller.app.BotServer;
import dev.tiller.app.Readiness;
import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.playground.PlaygroundServer;
import dev.tiller.app.playground.Ports;
import dev.tiller.app.playground.SlackWay;
import dev.tiller.app.playground.StandIns;
import dev.tiller.app.standin.chat.ChatStandIn;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.teams.TeamsStandIn;
import dev.tiller.slack.SlackAdapter;
import dev.tiller.slack.SlackSettings;
import dev.tiller.slack.SlackSocket;
import dev.tiller.teams.TeamsAdapter;
import dev.tiller.teams.TeamsSettings;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The playground's page and stand-ins with the real adapters, before a core that does nothing but
/// ask.
public final class WidgetsStage implements AutoCloseable {

  final AskingBot bot = new AskingBot();
  private final StandIns standIns;
  private final SlackAdapter slack;
  private final TeamsAdapter teams;
  private final Optional<SlackSocket> socket;
  private final BotServer server;
  private final PlaygroundServer page;

  public WidgetsStage() throws IOException {
    this(0, SlackWay.HTTP);
  }

  private static String secret(Map<String, String> secrets, String name) {
    return Objects.requireNonNull(secrets.get(name), name);
  }

  /// @param port the page's; 0 for any
  WidgetsStage(int port, SlackWay way) throws IOException {
    standIns = new StandIns(Ports.ANY, Options.playground(), way);
    var secrets = standIns.settings(CursorApi.V1);
    slack =
        new SlackAdapter(
            new SlackSettings(
                secret(secrets, "SLACK_BOT_TOKEN"),
                Optional.ofNullable(secrets.get("SLACK_SIGNING_SECRET")),
                Optional.ofNullable(secrets.get("SLACK_APP_TOKEN")),
                standIns.slack().apiUrl(),
                SlackSettings.AgentStatus.AUTO),
            InstantSource.system());
    teams =
        new TeamsAdapter(
            new TeamsSettings(
                secret(secrets, "TEAMS_APP_ID"),
                secret(secrets, "TEAMS_APP_PASSWORD"),
                TeamsStandIn.TENANT,
                standIns.teams().openIdMetadataUrl(),
                standIns.teams().loginUrl(),
                List.of(standIns.teams().serviceUrl().getAuthority())),
            InstantSource.system());
    bot.speakOn(slack.platform());
    bot.speakOn(teams.platform());
    socket = slack.socket(bot, bot).map(SlackSocket::start);
    var handlers =
        new BotServer.Handlers(
            slack.handler(bot, bot), Optional.of(teams.handler(bot, bot)), Optional.empty());
    server = new BotServer(new Readiness(Map.of()));
    server.listen("127.0.0.1", 0, handlers);
    standIns.connect(URI.create("http://127.0.0.1:" + server.port() + "/"));
    page = new PlaygroundServer(port, standIns, CursorApi.V1);
  }

  /// Where the page is.
  public URI url() {
    return page.url();
  }

  /// Whether Slack delivers through a socket now.
  boolean bySocket() {
    return standIns.slack().sockets().open() > 0;
  }

  ChatStandIn platform(String id) {
    return id.equals("slack") ? standIns.slack() : standIns.teams();
  }

  @Override
  public void close() {
    page.close();
    socket.ifPresent(SlackSocket::close);
    standIns.close();
    server.close();
    slack.close();
    teams.close();
  }
}
