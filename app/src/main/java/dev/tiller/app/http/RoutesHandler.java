package dev.tiller.app.http;

import dev.tiller.core.logs.Trace;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Finds the route of a request, reads its body and lets the handler answer.
final class RoutesHandler extends Handler.Abstract {

  private static final Logger log = LoggerFactory.getLogger(RoutesHandler.class);

  private final Routes routes;
  private final BodyReader bodies;
  private final Set<Thread> streaming = ConcurrentHashMap.newKeySet();

  RoutesHandler(Routes routes, Limits limits) {
    this.routes = routes;
    this.bodies = new BodyReader(limits);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    routes.headers().forEach(response.getHeaders()::put);
    var match = routes.find(request.getHttpURI().getPath());
    if (match.isEmpty()) {
      JsonError.write(response, callback, 404, "There is nothing at this address.");
      return true;
    }
    var handler = match.get().handler(request.getMethod());
    if (handler.isEmpty()) {
      response.getHeaders().put(HttpHeader.ALLOW, match.get().allow());
      JsonError.write(response, callback, 405, "This address takes " + match.get().allow() + ".");
      return true;
    }
    receive(handler.get(), match.get(), request, response, callback);
    return true;
  }

  private void receive(
      HttpHandler handler,
      Routes.Match match,
      Request request,
      Response response,
      Callback callback) {
    switch (bodies.read(request)) {
      case BodyReader.Result.Body(var bytes) -> {
        var exchange = new Exchange(request, response, match.params(), bytes, streaming);
        answer(handler, match.pattern(), exchange, response, callback);
      }
      case BodyReader.Result.TooLarge() ->
          refuse(response, callback, 413, "The body is too large.");
      case BodyReader.Result.Incomplete() ->
          refuse(response, callback, 408, "The body did not arrive in time.");
    }
  }

  /// Logs carry the route and never the path, since a path can be a secret.
  private void answer(
      HttpHandler handler, String route, Exchange exchange, Response response, Callback callback) {
    try {
      handler.handle(exchange);
      if (exchange.answered()) {
        callback.succeeded();
      } else {
        log.atError().addKeyValue("route", route).log("request left unanswered");
        JsonError.write(response, callback, 500, JsonError.INTERNAL);
      }
    } catch (HangUp e) {
      callback.failed(new Request.Handler.AbortException(e));
    } catch (IOException | RuntimeException e) {
      fail(route, exchange, response, callback, e);
    } finally {
      streaming.remove(Thread.currentThread());
    }
  }

  private static void fail(
      String route, Exchange exchange, Response response, Callback callback, Exception e) {
    boolean clientGone = e instanceof IOException && exchange.answered();
    log.atLevel(clientGone ? Level.DEBUG : Level.ERROR)
        .addKeyValue("route", route)
        .setCause(Trace.of(e))
        .log(clientGone ? "client went away" : "request failed");
    if (exchange.answered()) {
      callback.failed(e);
    } else {
      JsonError.write(response, callback, 500, JsonError.INTERNAL);
    }
  }

  /// Answers and closes the connection, since the rest of the body is not wanted.
  private static void refuse(Response response, Callback callback, int status, String sentence) {
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    JsonError.write(response, callback, status, sentence);
  }

  /// Wakes the handlers of streams, which end by nothing else.
  void endStreams() {
    streaming.forEach(Thread::interrupt);
  }
}
