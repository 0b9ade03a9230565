package dev.tiller.app.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/// An address where a server takes WebSockets beside its routes.
///
/// @param opener makes the server's end, given the raw query; refuses with 403 when it makes none
public record WebSockets(String path, Function<String, Optional<Session.Listener>> opener) {

  /// Takes WebSockets and leaves other requests to `others`.
  Handler before(Handler others, Server server) {
    var handler =
        WebSocketUpgradeHandler.from(
            server,
            container -> {
              container.setIdleTimeout(Duration.ZERO);
              container.addMapping(
                  path,
                  (request, response, callback) -> {
                    var query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
                    var end = opener.apply(query);
                    if (end.isEmpty()) {
                      Response.writeError(request, response, callback, 403);
                    }
                    return end.orElse(null);
                  });
            });
    handler.setHandler(others);
    return handler;
  }
}
