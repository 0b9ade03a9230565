package dev.tiller.app.standin.chat;

import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.Traffic.Direction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sends a service's requests to the bot, each once.
public final class BotClient implements AutoCloseable {

  private final String service;
  private final Traffic traffic;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private volatile @Nullable URI bot;

  public BotClient(String service, Traffic traffic) {
    this.service = service;
    this.traffic = traffic;
  }

  /// What came of a request.
  public sealed interface Answer {
    record Answered(int status, HttpHeaders headers, String body) implements Answer {
      public boolean ok() {
        return status >= 200 && status < 300;
      }
    }

    record TimedOut() implements Answer {}

    record Unreachable() implements Answer {}
  }

  /// A request to the bot.
  ///
  /// @param path from the root, such as `/slack/events`
  /// @param timeout until the answer's headers
  public record Request(
      String path,
      String contentType,
      Map<String, String> headers,
      String body,
      Duration timeout) {}

  /// Names the bot's base address, from now on.
  public void connect(URI base) {
    bot = base;
  }

  public boolean connected() {
    return bot != null;
  }

  /// Sends a request and waits for what comes of it.
  public Answer send(Request request) throws InterruptedException {
    var base = bot;
    if (base == null) {
      return new Answer.Unreachable();
    }
    long start = System.nanoTime();
    var answer = exchange(base.resolve(request.path()), request);
    var answered =
        answer instanceof Answer.Answered known
            ? Optional.of(known)
            : Optional.<Answer.Answered>empty();
    traffic.add(
        service,
        Direction.SENT,
        "POST",
        request.path(),
        answered.map(Answer.Answered::status).orElse(0),
        Duration.ofNanos(System.nanoTime() - start).toMillis(),
        Secrets.hide(request.body()),
        answered.map(Answer.Answered::body).orElse(""));
    return answer;
  }

  private Answer exchange(URI target, Request request) throws InterruptedException {
    var builder =
        HttpRequest.newBuilder(target)
            .timeout(request.timeout())
            .header("Content-Type", request.contentType())
            .POST(BodyPublishers.ofString(request.body()));
    request.headers().forEach(builder::header);
    try {
      var response = http.send(builder.build(), BodyHandlers.ofString());
      return new Answer.Answered(response.statusCode(), response.headers(), response.body());
    } catch (HttpTimeoutException e) {
      return new Answer.TimedOut();
    } catch (IOException e) {
      return new Answer.Unreachable();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
