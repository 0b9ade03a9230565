package dev.tiller.app.doctor;

import dev.tiller.app.BotServer;
import dev.tiller.app.Deployment;
import dev.tiller.app.PartSettings;
import dev.tiller.app.Readiness;
import dev.tiller.app.config.Settings;
import dev.tiller.core.agents.RunReports;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.Inbox;
import dev.tiller.core.chat.WebHandler;
import dev.tiller.core.chat.WebResponse;
import dev.tiller.core.cursor.webhook.CursorWebhook;
import dev.tiller.slack.SlackAdapter;
import dev.tiller.teams.TeamsAdapter;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/// The bot's way in without the bot, for as long as nobody else listens. Only what carries a
/// challenge reaches the handlers; everything else is answered with 503, so that the services send
/// it again to the bot.
final class TemporaryServer implements AutoCloseable {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private TemporaryServer() {}

  /// @throws java.net.BindException when the address cannot be had
  static TemporaryServer start(Settings settings, DoctorKeys keys, InstantSource clock)
      throws IOException {
    var server = new TemporaryServer();
    try {
      server.listen(settings, keys, clock);
      return server;
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private void listen(Settings settings, DoctorKeys keys, InstantSource clock) throws IOException {
    var inbox = nobody(Inbox.class);
    var ask = nobody(Ask.class);
    var slack = settings.slack().map(it -> new SlackAdapter(PartSettings.slack(it), clock));
    slack.ifPresent(parts::push);
    var teams = settings.teams().map(it -> new TeamsAdapter(PartSettings.teams(it), clock));
    teams.ifPresent(parts::push);
    var cursor =
        settings.cursor().api() == Settings.CursorApi.V0
            ? Optional.of(new CursorWebhook(keys.webhooks(), nobody(RunReports.class), clock))
            : Optional.<CursorWebhook>empty();
    var handlers =
        new BotServer.Handlers(
            slack.flatMap(it -> it.handler(inbox, ask)).map(TemporaryServer::guarded),
            teams.map(it -> it.handler(inbox, ask)).map(TemporaryServer::guarded),
            cursor.map(TemporaryServer::guarded));
    var server = new BotServer(new Readiness(Map.of("bot", () -> false)), keys.deployment());
    parts.push(server);
    server.listen(settings.web().host(), settings.web().port(), handlers);
  }

  private static WebHandler guarded(WebHandler handler) {
    return request ->
        request.header(Deployment.HEADER).isPresent()
            ? handler.handle(request)
            : WebResponse.text(503, "Tiller is not running yet. Please deliver this again.");
  }

  /// Takes nothing.
  private static <T> T nobody(Class<T> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, _) -> {
              throw new IllegalStateException("there is no bot to take " + method.getName());
            }));
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("the temporary server did not close", e);
      }
    }
  }
}
