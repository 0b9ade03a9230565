package dev.tiller.app.browser;

import dev.tiller.app.config.BadSettings;
import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.playground.Playground;
import dev.tiller.app.playground.Ports;
import dev.tiller.app.standin.cursor.CursorStandIn;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.cursor.Pace;
import dev.tiller.core.bot.BotSettings;
import dev.tiller.core.store.FreshDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// A playground for each version of Cursor's API, started when first needed.
final class Places implements AutoCloseable {

  /// Runs of about half a second.
  static final Pace QUICK = new Pace(Duration.ofMillis(100), Duration.ofMillis(100), 3, false);

  private final Map<CursorApi, Playground> started = new EnumMap<>(CursorApi.class);

  /// @param pace of the runs that begin from now on
  Playground with(CursorApi api, Pace pace) throws IOException, BadSettings {
    var playground = started.get(api);
    if (playground == null) {
      playground = start(api);
      started.put(api, playground);
    }
    cursor(playground).pace(pace);
    cursor(playground).faults().clear();
    return playground;
  }

  static CursorStandIn cursor(Playground playground) {
    return playground.standIns().cursor();
  }

  private static Playground start(CursorApi api) throws IOException, BadSettings {
    var settings = Map.of("TILLER_DATABASE_URL", FreshDatabase.url());
    return Playground.start(
        Ports.ANY, api, Options.playground().withPace(QUICK), settings, Places::hurried);
  }

  static BotSettings hurried(BotSettings usual) {
    return usual.withPace(
        Duration.ofMillis(100),
        Duration.ofMillis(50),
        new BotSettings.Range(Duration.ofMillis(50), Duration.ofMillis(300)));
  }

  @Override
  public void close() {
    started.values().forEach(Playground::close);
  }
}
