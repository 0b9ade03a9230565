package dev.tiller.app.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLException;

/// Makes calls, each once, bounded in time and size, without following redirects. What answers
/// tells the time on the way.
final class Web implements AutoCloseable {

  private static final int MOST_BYTES = 1 << 20;

  private final HttpClient client;
  private final Patience patience;
  private final Clocks clocks;
  private final InstantSource clock;

  private Web(HttpClient.Builder client, Patience patience, Clocks clocks, InstantSource clock) {
    this.client =
        client
            .connectTimeout(patience.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    this.patience = patience;
    this.clocks = clocks;
    this.clock = clock;
  }

  /// By Java's own proxy settings, as the bot calls Cursor and Microsoft's login.
  static Web byJavasSettings(Patience patience, Clocks clocks, InstantSource clock) {
    return new Web(HttpClient.newBuilder(), patience, clocks, clock);
  }

  /// Without any proxy, as the bot calls Slack.
  static Web direct(Patience patience, Clocks clocks, InstantSource clock) {
    var client = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY);
    return new Web(client, patience, clocks, clock);
  }

  Reply get(URI address) throws InterruptedException {
    return send(HttpRequest.newBuilder(address).GET());
  }

  Reply send(HttpRequest.Builder wanted) throws InterruptedException {
    var request = wanted.timeout(patience.answer()).build();
    var asked = clock.instant();
    long start = System.nanoTime();
    try {
      HttpResponse<byte[]> response =
          client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
      var took = Duration.ofNanos(System.nanoTime() - start);
      clocks.heard(response.headers(), asked, took);
      return new Reply.Answered(response.statusCode(), response.headers(), response.body(), took);
    } catch (IOException e) {
      return new Reply.Unanswered(why(e), request.uri().getAuthority());
    }
  }

  private static Symptom why(IOException failure) {
    if (failure instanceof SSLException) {
      return Symptom.TLS_REFUSED;
    }
    if (failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException) {
      return unresolved(failure) ? Symptom.NAME_UNKNOWN : Symptom.NO_CONNECTION;
    }
    return Symptom.NO_ANSWER;
  }

  private static boolean unresolved(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
