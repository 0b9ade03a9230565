package dev.tiller.app.endtoend;

import static org.awaitility.Awaitility.await;

import dev.tiller.app.RunningBot;
import dev.tiller.app.config.Settings;
import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.endtoend.Scene.Desk;
import dev.tiller.app.playground.Ports;
import dev.tiller.app.playground.SlackWay;
import dev.tiller.app.playground.StandIns;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.cursor.Pace;
import dev.tiller.app.standin.slack.SlackSockets;
import dev.tiller.core.bot.BotSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Slack in Socket Mode with Cursor's v1: nobody calls the bot at any address.
abstract class SocketStory {

  static final String TASK = "@tiller repo=acme/web fix the login bug";

  StandIns services;
  SlackSockets sockets;
  Desk desk;
  RunningBot bot;

  /// The settings that say where the state is.
  abstract Map<String, String> database();

  @BeforeEach
  void connect() throws Exception {
    services =
        new StandIns(Ports.ANY, Options.playground().withPace(Pace.manually()), SlackWay.SOCKET);
    sockets = services.slack().sockets();
    desk = new Desk(services.slack(), "C0WEB", "D0ANN", "U0ANN", "U0BEN");
    bot = start();
    await().until(() -> readiness().contains("\"slack-socket\":true"));
  }

  /// Another bot like the first.
  final RunningBot start() throws Exception {
    var settings = services.settings(CursorApi.V1);
    settings.put("TILLER_HOST", "127.0.0.1");
    settings.put("TILLER_PORT", "0");
    settings.put("TILLER_PUBLIC_URL", "http://127.0.0.1:1");
    settings.putAll(database());
    settings.put("TILLER_SECRET_KEY", "0123456789abcdef0123456789abcdef");
    return RunningBot.start(
        Settings.load(settings, Optional.empty()),
        usual ->
            usual.withPace(
                Duration.ofMillis(100),
                Duration.ofMillis(50),
                new BotSettings.Range(Duration.ofMillis(50), Duration.ofMillis(200))));
  }

  @AfterEach
  void stop() throws IOException {
    bot.close();
    services.close();
  }

  /// How often Slack has delivered something again.
  final long deliveredAgain() {
    return services.traffic().after(0).stream()
        .filter(entry -> entry.direction() == Traffic.Direction.SENT)
        .filter(entry -> entry.request().contains("\"retry_reason\":\"connection_failed\""))
        .count();
  }

  /// What the bot says of itself.
  final String readiness() {
    var address = URI.create("http://127.0.0.1:" + bot.port() + "/health/ready");
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(address).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
