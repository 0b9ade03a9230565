package dev.tiller.app;

import dev.tiller.app.http.Exchange;
import dev.tiller.app.http.HttpHandler;
import dev.tiller.app.http.HttpServer;
import dev.tiller.app.http.Limits;
import dev.tiller.app.http.Routes;
import dev.tiller.core.chat.WebHandler;
import dev.tiller.core.chat.WebRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The public side of the bot: the routes that Slack, Teams and Cursor call, and its health.
public final class BotServer implements AutoCloseable {

  private final HttpServer http;

  private BotServer(HttpServer http) {
    this.http = http;
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
  public static BotServer start(String host, int port, Handlers handlers, Readiness readiness)
      throws IOException {
    return start(host, port, handlers, readiness, new Deployment(List.of()));
  }

  /// The same, where answers prove that they come from a deployment.
  public static BotServer start(
      String host, int port, Handlers handlers, Readiness readiness, Deployment deployment)
      throws IOException {
    var routes = routes(handlers, readiness, deployment);
    return new BotServer(HttpServer.start(host, port, routes, Limits.DEFAULT));
  }

  public int port() {
    return http.port();
  }

  /// Takes no more requests and lets those in flight finish.
  @Override
  public void close() {
    http.close();
  }

  private static Routes routes(Handlers handlers, Readiness readiness, Deployment deployment) {
    return Routes.builder()
        .post(
            "/slack/events",
            proving(deployment, route(handlers.slack(), "Slack is not set up here.")))
        .post(
            "/api/messages",
            proving(deployment, route(handlers.teams(), "Microsoft Teams is not set up here.")))
        .post(
            "/webhooks/cursor/{launch}",
            proving(deployment, route(handlers.cursor(), "Cursor's webhooks are not in use here.")))
        .get("/health/live", it -> it.respondJson(200, "{\"status\":\"live\"}"))
        .get("/health/ready", proving(deployment, readiness::answer))
        .everyAnswer("X-Content-Type-Options", "nosniff")
        .everyAnswer("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .everyAnswer("Referrer-Policy", "no-referrer")
        .everyAnswer("Cache-Control", "no-store")
        .build();
  }

  private static HttpHandler proving(Deployment deployment, HttpHandler handler) {
    return exchange -> {
      deployment.prove(exchange);
      handler.handle(exchange);
    };
  }

  private static HttpHandler route(Optional<WebHandler> handler, String absent) {
    return exchange -> {
      if (handler.isPresent()) {
        pass(exchange, handler.get());
      } else {
        exchange.respondError(404, absent);
      }
    };
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
