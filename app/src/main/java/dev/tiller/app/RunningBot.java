package dev.tiller.app;

import dev.tiller.app.config.ReviewedFile;
import dev.tiller.app.config.Secret;
import dev.tiller.app.config.Settings;
import dev.tiller.app.doctor.StartUpSummary;
import dev.tiller.core.agents.CloudService;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.bot.BotSettings;
import dev.tiller.core.bot.Deadline;
import dev.tiller.core.bot.Tiller;
import dev.tiller.core.catalogue.Catalogue;
import dev.tiller.core.catalogue.Listing;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.cursor.CursorClients;
import dev.tiller.core.cursor.webhook.CursorWebhook;
import dev.tiller.core.cursor.webhook.WebhookKeys;
import dev.tiller.core.decide.Found;
import dev.tiller.core.store.JdbcStore;
import dev.tiller.slack.SlackAdapter;
import dev.tiller.slack.SlackSocket;
import dev.tiller.teams.TeamsAdapter;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One running bot, wired from its settings.
public final class RunningBot implements AutoCloseable {

  /// A little less than a process has that is asked to end.
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(24);

  private final Parts parts;
  private final BotServer server;
  private final Optional<SlackSocket> socket;

  private RunningBot(Parts parts, Wired wired) {
    this.parts = parts;
    this.server = wired.server();
    this.socket = wired.socket();
  }

  private record Wired(BotServer server, Optional<SlackSocket> socket) {}

  /// Starts a bot as the settings say. What is connected then is told in the log.
  public static RunningBot start(Settings settings) throws IOException {
    var bot = start(settings, UnaryOperator.identity());
    StartUpSummary.begin(settings, bot.port(), bot.socket.map(its -> its::state));
    return bot;
  }

  /// Starts a bot whose pace differs from what suits the real services.
  ///
  /// @param pace changes the settings that the pace depends on
  public static RunningBot start(Settings settings, UnaryOperator<BotSettings> pace)
      throws IOException {
    var parts = new Parts();
    try {
      return new RunningBot(parts, wire(settings, pace, parts));
    } catch (IOException | RuntimeException e) {
      parts.end(Deadline.in(STOPS_WITHIN));
      throw e;
    }
  }

  private static Wired wire(Settings settings, UnaryOperator<BotSettings> pace, Parts parts)
      throws IOException {
    var clock = InstantSource.system();
    var secrets = settings.keys().open();
    var keys = new WebhookKeys(secrets.stream().map(Secret::reveal).toList());
    var reviewed = parts.opened(ReviewedFile.open(settings.governance()));
    var store = parts.opened(JdbcStore.open(PartSettings.database(settings), clock, reviewed));
    var service = service(settings.cursor(), clock, parts);
    var cloud = service.agents();
    var catalogue = parts.opened(new Catalogue(store.catalogue(), service.account(), clock));
    var slack =
        settings.slack().map(its -> parts.opened(new SlackAdapter(PartSettings.slack(its), clock)));
    var teams =
        settings.teams().map(its -> parts.opened(new TeamsAdapter(PartSettings.teams(its), clock)));
    var readiness = new Readiness(Map.of("database", store::healthy));
    var server = parts.opened(new BotServer(readiness, new Deployment(secrets)));
    var bot =
        new Tiller(
            store,
            service,
            pace.apply(PartSettings.bot(settings, cloud.abilities())),
            clock,
            () -> catalogue.repositories().map(RunningBot::repositories),
            new LatestKnown(catalogue),
            reviewed,
            launch ->
                cloud.abilities().webhooks()
                    ? keys.forLaunch(settings.web().publicUrl(), launch)
                    : Optional.empty());
    parts.push("bot", bot::closeBy);
    var platforms = new ArrayList<ChatPlatform>();
    slack.ifPresent(adapter -> platforms.add(adapter.platform()));
    teams.ifPresent(adapter -> platforms.add(adapter.platform()));
    reviewed.start();
    bot.start(platforms);
    catalogue.start();
    var socket = slack.flatMap(adapter -> adapter.socket(bot.inbox(), bot.ask()));
    parts.push("way-in", deadline -> shut(server, socket, deadline));
    parts.push("work", bot::finish);
    parts.push("readiness", _ -> readiness.stop());
    socket.ifPresent(SlackSocket::start);
    var handlers =
        new BotServer.Handlers(
            slack.flatMap(adapter -> adapter.handler(bot.inbox(), bot.ask())),
            teams.map(adapter -> adapter.handler(bot.inbox(), bot.ask())),
            cloud.abilities().webhooks()
                ? Optional.of(new CursorWebhook(keys, bot.reports(), clock))
                : Optional.empty());
    socket.ifPresent(its -> readiness.tell("slack-socket", its::connected));
    server.listen(settings.web().host(), settings.web().port(), handlers);
    slack.ifPresent(adapter -> warmUp(adapter::warmUp));
    teams.ifPresent(adapter -> warmUp(adapter::warmUp));
    return new Wired(server, socket);
  }

  private static void warmUp(Runnable adapter) {
    Thread.ofVirtual().name("warm-up").start(adapter);
  }

  private static Found.Repositories repositories(Listing<Repository> listing) {
    return new Found.Repositories(listing.items(), listing.fetchedAt());
  }

  private static CloudService service(Settings.Cursor settings, InstantSource clock, Parts parts) {
    var connection = PartSettings.connection(settings);
    var client = CursorClients.httpClient(connection);
    parts.push("cursor", _ -> client.shutdownNow());
    return CursorClients.of(PartSettings.version(settings), connection, client, clock);
  }

  /// Accepts nothing any more, by neither way. They are shut side by side.
  private static void shut(BotServer server, Optional<SlackSocket> socket, Deadline deadline)
      throws InterruptedException {
    var other =
        Thread.ofVirtual()
            .name("shut-socket")
            .start(() -> socket.ifPresent(its -> its.closeWithin(deadline.left())));
    try {
      server.refuse(deadline);
      other.join();
    } finally {
      other.interrupt();
    }
  }

  /// The port it listens on.
  public int port() {
    return server.port();
  }

  /// Says that it is not ready, hands its runs over and finishes what it has begun, and only then
  /// accepts nothing any more. All this takes less than 25 seconds; the rest is left to whoever is
  /// there or starts next.
  @Override
  public void close() {
    parts.end(Deadline.in(STOPS_WITHIN));
  }
}
