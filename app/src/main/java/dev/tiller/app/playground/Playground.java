package dev.tiller.app.playground;

import dev.tiller.app.RunningBot;
import dev.tiller.app.cli.PlaygroundOptions;
import dev.tiller.app.cli.StartFailure;
import dev.tiller.app.config.BadSettings;
import dev.tiller.app.config.Setting;
import dev.tiller.app.config.Settings;
import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.standin.cursor.BadScenario;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.cursor.Scenario;
import dev.tiller.app.standin.cursor.Scenarios;
import dev.tiller.core.bot.BotSettings;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The real bot against stand-ins on loopback, and the page to try it on.
public final class Playground implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Playground.class);
  private static final int PORT_TRIES = 5;
  private static final String HOST = "127.0.0.1";

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final StandIns standIns;
  private final Optional<URI> page;

  private Playground(StandIns standIns, Optional<URI> page) {
    this.standIns = standIns;
    this.page = page;
  }

  /// Starts it as the command line says.
  ///
  /// @throws StartFailure when its scenario cannot be used
  public static Playground start(PlaygroundOptions options)
      throws IOException, BadSettings, StartFailure {
    var ports =
        new Ports(options.port(), options.cursorPort(), options.slackPort(), options.teamsPort());
    var scenario = scenario(options);
    var cursor = scenario.map(it -> it.applyTo(Options.playground())).orElse(Options.playground());
    var playground =
        options.standInsOnly()
            ? standInsOnly(ports, options, cursor)
            : start(ports, options.api(), cursor, options.slack(), database(), Playground::lively);
    scenario.ifPresent(it -> it.addTo(playground.standIns.cursor().faults()));
    playground.describe().forEach(System.out::println);
    if (options.standInsOnly()) {
      playground.describeSettings(options).forEach(System.out::println);
    }
    System.out.println("Nothing leaves this machine. Ctrl-C stops it.");
    return playground;
  }

  private static Optional<Scenario> scenario(PlaygroundOptions options) throws StartFailure {
    try {
      return options.scenario().isEmpty()
          ? Optional.empty()
          : Optional.of(Scenarios.find(options.scenario().get()));
    } catch (BadScenario e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private static Map<String, String> database() {
    return Map.of("TILLER_DATABASE_URL", "jdbc:h2:mem:playground;DB_CLOSE_DELAY=-1");
  }

  /// The stand-ins answer at once, so the bot may look more often than at the real services.
  private static BotSettings lively(BotSettings usual) {
    return usual.withPace(
        Duration.ofSeconds(1),
        Duration.ofMillis(700),
        new BotSettings.Range(Duration.ofMillis(500), Duration.ofSeconds(3)));
  }

  /// The stand-ins, a bot that talks to them, and the page.
  ///
  /// @param more further settings of the bot, by name
  /// @param pace changes the bot's pace
  public static Playground start(
      Ports ports,
      CursorApi api,
      Options cursor,
      Map<String, String> more,
      UnaryOperator<BotSettings> pace)
      throws IOException, BadSettings {
    return start(ports, api, cursor, SlackWay.HTTP, more, pace);
  }

  /// As [#start(Ports, CursorApi, Options, Map, UnaryOperator)], with the way that Slack takes.
  public static Playground start(
      Ports ports,
      CursorApi api,
      Options cursor,
      SlackWay slack,
      Map<String, String> more,
      UnaryOperator<BotSettings> pace)
      throws IOException, BadSettings {
    var standIns = new StandIns(ports, cursor, slack);
    var playground = new Playground(standIns, Optional.empty());
    playground.parts.push(standIns);
    try {
      return playground.withBot(ports, api, more, pace);
    } catch (IOException | BadSettings | RuntimeException e) {
      playground.close();
      throw e;
    }
  }

  private Playground withBot(
      Ports ports, CursorApi api, Map<String, String> more, UnaryOperator<BotSettings> pace)
      throws IOException, BadSettings {
    standIns.connect(URI.create("http://" + HOST + ":" + startBot(api, more, pace)));
    var server = new PlaygroundServer(ports.page(), standIns, api);
    var complete = new Playground(standIns, Optional.of(server.url()));
    complete.parts.addAll(parts);
    complete.parts.push(server);
    return complete;
  }

  /// @return the bot's port
  private int startBot(CursorApi api, Map<String, String> more, UnaryOperator<BotSettings> pace)
      throws IOException, BadSettings {
    for (int left = PORT_TRIES; ; left--) {
      var port = freePort();
      var settings = standIns.settings(api);
      settings.put("TILLER_HOST", HOST);
      settings.put("TILLER_PORT", String.valueOf(port));
      settings.put("TILLER_PUBLIC_URL", "http://" + HOST + ":" + port);
      settings.putAll(more);
      try {
        parts.push(RunningBot.start(Settings.load(settings, Optional.empty()), pace));
        return port;
      } catch (BindException e) {
        if (left == 0) {
          throw e;
        }
      }
    }
  }

  private static Playground standInsOnly(Ports ports, PlaygroundOptions options, Options cursor)
      throws IOException {
    var standIns = new StandIns(ports, cursor, options.slack());
    try {
      standIns.connect(otherBot(options));
      var server = new PlaygroundServer(ports.page(), standIns, options.api());
      var playground = new Playground(standIns, Optional.of(server.url()));
      playground.parts.push(standIns);
      playground.parts.push(server);
      return playground;
    } catch (IOException | RuntimeException e) {
      standIns.close();
      throw e;
    }
  }

  /// A port that was free a moment ago; somebody else may take it before the bot does. Cursor's
  /// webhooks need the bot's address before it listens.
  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public StandIns standIns() {
    return standIns;
  }

  /// The page; absent while it is being started.
  public Optional<URI> page() {
    return page;
  }

  /// Where everything is, a line each.
  Iterable<String> describe() {
    var lines = new ArrayList<String>();
    page.ifPresent(url -> lines.add("Tiller's playground is ready: " + url));
    lines.add("  Cursor's API   " + standIns.cursor().url());
    lines.add("  Slack's API    " + standIns.slack().apiUrl());
    lines.add("  Teams' service " + standIns.teams().serviceUrl());
    return lines;
  }

  /// Where somebody else's bot listens.
  private static URI otherBot(PlaygroundOptions options) {
    return URI.create("http://" + HOST + ":" + options.botPort());
  }

  /// How a bot of one's own is to be set up so that it talks to the stand-ins.
  private Iterable<String> describeSettings(PlaygroundOptions options) {
    var settings = new TreeMap<>(standIns.settings(options.api()));
    var port = String.valueOf(options.botPort());
    if (!port.equals(Setting.TILLER_PORT.fallback())) {
      settings.put(Setting.TILLER_PORT.name(), port);
    }
    if (options.api() == CursorApi.V0) {
      settings.put(Setting.TILLER_PUBLIC_URL.name(), otherBot(options).toString());
    }
    var lines = new ArrayList<String>();
    lines.add(
        "No bot runs. One that talks to these, on " + otherBot(options) + ", has the settings");
    settings.forEach((name, value) -> lines.add("  " + name + "=" + value));
    return lines;
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        log.atWarn().setCause(e).log("a part of the playground did not stop cleanly");
      }
    }
  }
}
