package dev.tiller.slack;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Opens connections: asks for an address, connects, and waits for Slack's first word.
final class SocketOpening implements AutoCloseable {

  private static final Duration GOODBYE = Duration.ofMillis(500);

  private final SocketAddresses addresses;
  private final SocketIntake intake;
  private final SocketPace pace;
  private final HttpClient http;

  SocketOpening(SocketAddresses addresses, SocketIntake intake, SocketPace pace) {
    this.addresses = addresses;
    this.intake = intake;
    this.pace = pace;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(pace.open())
            .build();
  }

  /// A connection through which Slack delivers from now on. One that is given up is said goodbye
  /// to, since Slack counts it otherwise.
  SocketConnection open() throws SocketFailure, InterruptedException {
    var address = addresses.next();
    var connection = new SocketConnection(intake);
    var socket =
        http.newWebSocketBuilder().connectTimeout(pace.open()).buildAsync(address, connection);
    try {
      await(socket);
      await(CompletableFuture.anyOf(connection.hello(), connection.end()));
    } catch (SocketFailure | InterruptedException e) {
      connection.close(GOODBYE);
      throw e;
    }
    if (!connection.hello().isDone()) {
      var end = connection.end().join();
      connection.close(GOODBYE);
      throw new SocketFailure(end);
    }
    return connection;
  }

  private void await(CompletableFuture<?> event) throws SocketFailure, InterruptedException {
    try {
      event.get(pace.open().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      event.cancel(true);
      throw new SocketFailure(SocketEnd.lost("no_answer"));
    } catch (ExecutionException e) {
      throw new SocketFailure(SocketEnd.lost(code(Objects.requireNonNullElse(e.getCause(), e))));
    }
  }

  /// The messages of exceptions could tell the address, which is a secret.
  private static String code(Throwable cause) {
    return switch (cause) {
      case WebSocketHandshakeException its -> "http_" + its.getResponse().statusCode();
      case IOException _ -> "not_reachable";
      default -> "connection_failed";
    };
  }

  /// Ends all connections.
  @Override
  public void close() {
    http.shutdownNow();
  }
}
