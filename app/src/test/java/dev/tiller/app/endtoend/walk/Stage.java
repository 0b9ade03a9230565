package dev.tiller.app.endtoend.walk;

import static org.awaitility.Awaitility.await;

import dev.tiller.app.RunningBot;
import dev.tiller.app.config.BadSettings;
import dev.tiller.app.config.Settings;
import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.playground.Ports;
import dev.tiller.app.playground.StandIns;
import dev.tiller.app.standin.chat.ChatStandIn;
import dev.tiller.app.standin.cursor.CursorStandIn;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.cursor.Pace;
import dev.tiller.app.standin.cursor.Quotas;
import dev.tiller.core.bot.BotSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The bot between its stand-ins, on a database that outlives it.
final class Stage implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// What is to be done now, or was decided and is not shown yet.
  private static final String UNDER_WAY =
      """
      select 'work ' || kind || ' ' || subject from work where lane not like 'expire:%'
      union all
      select 'message ' || post_key from outgoing_message
      where delivered < revision and abandoned is null
      """;

  /// A database to walk on.
  record Database(String url, String user) {}

  /// The places and people of one platform.
  record Place(ChatStandIn platform, String channel, String ann, String ben) {}

  private final Database database;
  private final StandIns services;
  private final int port;
  private RunningBot bot;

  Stage(Database database) throws IOException, BadSettings {
    this.database = database;
    this.services =
        new StandIns(
            Ports.ANY, Options.playground().withPace(Pace.manually()).withQuotas(Quotas.NONE));
    this.port = freePort();
    services.connect(URI.create("http://127.0.0.1:" + port));
    this.bot = start();
  }

  private RunningBot start() throws IOException, BadSettings {
    var settings = services.settings(CursorApi.V1);
    settings.put("TILLER_HOST", "127.0.0.1");
    settings.put("TILLER_PORT", String.valueOf(port));
    settings.put("TILLER_PUBLIC_URL", "http://127.0.0.1:" + port);
    settings.put("TILLER_DATABASE_URL", database.url());
    settings.put("TILLER_DATABASE_USER", database.user());
    settings.put("TILLER_SECRET_KEY", "0123456789abcdef0123456789abcdef");
    return RunningBot.start(
        Settings.load(settings, Optional.empty()),
        usual ->
            usual.withPace(
                Duration.ofMillis(100),
                Duration.ofMillis(50),
                new BotSettings.Range(Duration.ofMillis(50), Duration.ofMillis(200))));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  CursorStandIn cursor() {
    return services.cursor();
  }

  Place slack() {
    return new Place(services.slack(), "C0WEB", "U0ANN", "U0BEN");
  }

  Place teams() {
    return new Place(services.teams(), "19:acme-web@thread.tacv2", "29:1ann-lee", "29:1ben-ortiz");
  }

  /// The same as before on the same database.
  void restart() throws IOException, BadSettings {
    bot.close();
    bot = start();
  }

  /// Waits until nothing is under way any more.
  void quiet(Place place) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> place.platform().idle() && query(UNDER_WAY).isEmpty());
  }

  /// How many runs there are in each phase, such as `ENDED 4`.
  List<String> phases() {
    return query("select phase || ' ' || count(*) from run group by phase order by phase");
  }

  private List<String> query(String sql) {
    try (var connection = DriverManager.getConnection(database.url(), database.user(), "");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    bot.close();
    services.close();
  }
}
