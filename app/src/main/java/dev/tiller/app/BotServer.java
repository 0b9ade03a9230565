package dev.tiller.app;

import dev.tiller.app.http.Exchange;
import dev.tiller.app.http.HttpHandler;
import dev.tiller.app.http.HttpServer;
import dev.tiller.app.http.Limits;
import dev.tiller.app.http.Routes;
import dev.tiller.core.bot.Deadline;
import dev.tiller.core.chat.WebHandler;
import dev.tiller.core.chat.WebRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The public side of the bot: the routes that Slack, Teams and Cursor call, and its health.
public final class BotServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(BotServer.class);

  /// Intake takes milliseconds; a form that is being opened has three seconds.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String RETRY_AFTER_SECONDS = "5";

  private final Readiness readiness;
  private final Deployment deployment;
  private final Door door = new Door();
  private Optional<HttpServer> http = Optional.empty();

  /// Nothing listens before [#listen].
  ///
  /// @param deployment by which answers prove where they come from
  public BotServer(Readiness readiness, Deployment deployment) {
    this.readiness = readiness;
    this.deployment = deployment;
  }

  /// As [#BotServer(Readiness, Deployment)], of no deployment.
  public BotServer(Readiness readiness) {
    this(readiness, new Deployment(List.of()));
  }

  /// Who answers what. An absent one leaves its address closed.
  ///
  /// @param slack everything that Slack sends
  /// @param teams everything that Teams sends
  /// @param cursor the webhooks of Cursor's API v0; the last segment of the path names the launch
  public record Handlers(
      Optional<WebHandler> slack, Optional<WebHandler> teams, Optional<WebHandler> cursor) {}

  /// Starts to listen.
  ///
  /// @param port 0 for any free one
  /// @throws IOException when the port cannot be had
  public void listen(String host, int port, Handlers handlers) throws IOException {
    http = Optional.of(HttpServer.start(host, port, routes(handlers), Limits.DEFAULT));
  }

  /// The port it listens on.
  public int port() {
    return http.orElseThrow().port();
  }

  /// Says that it is not ready, answers new requests with 503, and waits a while for those in
  /// flight, by the deadline at most. Its health can still be asked.
  public void refuse(Deadline deadline) {
    readiness.stop();
    if (!door.close(deadline.within(PATIENCE).left())) {
      log.atWarn().log("requests were still in flight");
    }
  }

  /// Listens no more.
  @Override
  public void close() {
    http.ifPresent(HttpServer::close);
  }

  private Routes routes(Handlers handlers) {
    return Routes.builder()
        .post("/slack/events", proving(route(handlers.slack(), "Slack is not set up here.")))
        .post(
            "/api/messages",
            proving(route(handlers.teams(), "Microsoft Teams is not set up here.")))
        .post(
            "/webhooks/cursor/{launch}",
            proving(route(handlers.cursor(), "Cursor's webhooks are not in use here.")))
        .get("/health/live", it -> it.respondJson(200, "{\"status\":\"live\"}"))
        .get("/health/ready", proving(readiness::answer))
        .everyAnswer("X-Content-Type-Options", "nosniff")
        .everyAnswer("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .everyAnswer("Referrer-Policy", "no-referrer")
        .everyAnswer("Cache-Control", "no-store")
        .build();
  }

  private HttpHandler proving(HttpHandler handler) {
    return exchange -> {
      deployment.prove(exchange);
      handler.handle(exchange);
    };
  }

  private HttpHandler route(Optional<WebHandler> handler, String absent) {
    return exchange -> {
      if (handler.isEmpty()) {
        exchange.respondError(404, absent);
      } else if (door.enter()) {
        try {
          pass(exchange, handler.get());
        } finally {
          door.leave();
        }
      } else {
        sendAway(exchange);
      }
    };
  }

  private static void sendAway(Exchange exchange) throws IOException {
    exchange
        .setHeader("Retry-After", RETRY_AFTER_SECONDS)
        .setHeader("Connection", "close")
        .respondError(503, "Tiller is stopping: try again in a moment.");
  }

  private static void pass(Exchange exchange, WebHandler handler) throws IOException {
    var response =
        handler.handle(
            new WebRequest(
                exchange.method(),
                exchange.path(),
                exchange.query(),
                exchange.headers(),
                exchange.body(),
                exchange.remote()));
    exchange.respond(response.status(), response.contentType(), response.body());
  }
}
