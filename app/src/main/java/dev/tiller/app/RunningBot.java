package dev.tiller.app;

import dev.tiller.app.config.ReviewedFile;
import dev.tiller.app.config.Secret;
import dev.tiller.app.config.Settings;
import dev.tiller.app.doctor.StartUpSummary;
import dev.tiller.core.agents.CloudService;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.bot.BotSettings;
import dev.tiller.core.bot.Tiller;
import dev.tiller.core.catalogue.Catalogue;
import dev.tiller.core.catalogue.Listing;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.cursor.CursorClients;
import dev.tiller.core.cursor.webhook.CursorWebhook;
import dev.tiller.core.cursor.webhook.WebhookKeys;
import dev.tiller.core.decide.Found;
import dev.tiller.core.logs.Trace;
import dev.tiller.core.store.JdbcStore;
import dev.tiller.slack.SlackAdapter;
import dev.tiller.slack.SlackSocket;
import dev.tiller.teams.TeamsAdapter;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One running bot, wired from its settings.
public final class RunningBot implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RunningBot.class);

  private final Deque<AutoCloseable> parts;
  private final BotServer server;
  private final Optional<SlackSocket> socket;

  private RunningBot(Deque<AutoCloseable> parts, Wired wired) {
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
    var parts = new ArrayDeque<AutoCloseable>();
    try {
      return new RunningBot(parts, wire(settings, pace, parts));
    } catch (IOException | RuntimeException e) {
      close(parts);
      throw e;
    }
  }

  private static Wired wire(
      Settings settings, UnaryOperator<BotSettings> pace, Deque<AutoCloseable> parts)
      throws IOException {
    var clock = InstantSource.system();
    var secrets = settings.keys().open();
    var keys = new WebhookKeys(secrets.stream().map(Secret::reveal).toList());
    var reviewed = opened(parts, ReviewedFile.open(settings.governance()));
    var store = opened(parts, JdbcStore.open(PartSettings.database(settings), clock, reviewed));
    var service = service(settings.cursor(), clock, parts);
    var cloud = service.agents();
    var catalogue = opened(parts, new Catalogue(store.catalogue(), service.account(), clock));
    var slack =
        settings
            .slack()
            .map(its -> opened(parts, new SlackAdapter(PartSettings.slack(its), clock)));
    var teams =
        settings
            .teams()
            .map(its -> opened(parts, new TeamsAdapter(PartSettings.teams(its), clock)));
    var readiness = new Readiness(Map.of("database", store::healthy));
    var server = opened(parts, new BotServer(readiness, new Deployment(secrets)));
    var bot =
        opened(
            parts,
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
                        : Optional.empty()));
    var platforms = new ArrayList<ChatPlatform>();
    slack.ifPresent(adapter -> platforms.add(adapter.platform()));
    teams.ifPresent(adapter -> platforms.add(adapter.platform()));
    reviewed.start();
    bot.start(platforms);
    catalogue.start();
    var socket = slack.flatMap(adapter -> adapter.socket(bot.inbox(), bot.ask()));
    parts.push(() -> shut(server, socket));
    parts.push(bot::finish);
    parts.push(readiness::stop);
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
    teams.ifPresent(adapter -> Thread.ofVirtual().name("warm-up").start(adapter::warmUp));
    return new Wired(server, socket);
  }

  private static <T extends AutoCloseable> T opened(Deque<AutoCloseable> parts, T part) {
    parts.push(part);
    return part;
  }

  private static Found.Repositories repositories(Listing<Repository> listing) {
    return new Found.Repositories(listing.items(), listing.fetchedAt());
  }

  private static CloudService service(
      Settings.Cursor settings, InstantSource clock, Deque<AutoCloseable> parts) {
    var connection = PartSettings.connection(settings);
    var client = CursorClients.httpClient(connection);
    parts.push(client::shutdownNow);
    return CursorClients.of(PartSettings.version(settings), connection, client, clock);
  }

  /// Accepts nothing any more, by neither way. They are shut side by side, so that a stop keeps its
  /// bound.
  private static void shut(BotServer server, Optional<SlackSocket> socket)
      throws InterruptedException {
    var other =
        Thread.ofVirtual().name("shut-socket").start(() -> socket.ifPresent(SlackSocket::close));
    server.refuse();
    other.join();
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
    close(parts);
  }

  private static void close(Deque<AutoCloseable> parts) {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        log.atWarn().setCause(Trace.of(e)).log("a part did not close cleanly");
      }
    }
  }
}
