package dev.tiller.core.cursor;

import dev.tiller.core.agents.CloudAgentsException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One version of Cursor's API over HTTP: authenticated, bounded in time and size, each call tried
/// once. Failures are [CloudAgentsException]s.
public final class CursorHttp {

  private static final Logger log = LoggerFactory.getLogger(CursorHttp.class);
  private static final long LARGEST_BODY = 8 << 20;

  private final ApiVersion version;
  private final CursorConnection connection;
  private final HttpClient client;
  private final InstantSource time;

  /// @param client must not follow redirects, so that the key goes nowhere else; the owner closes
  ///   it
  public CursorHttp(
      ApiVersion version, CursorConnection connection, HttpClient client, InstantSource time) {
    if (client.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("the HTTP client follows redirects");
    }
    this.version = version;
    this.connection = connection;
    this.client = client;
    this.time = time;
  }

  /// A piece of a path, percent-encoded.
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// @param path with its query, below the version, such as `/agents?limit=1`
  public <T> T get(String path, Class<T> type) {
    return read(Call.READ, exchange(Call.READ, request(path).GET(), connection.read()), type);
  }

  /// Posts a launch or a follow-up.
  public <T> T post(Call call, String path, Object body, Class<T> type) {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(CursorJson.write(body)));
    return read(call, exchange(call, request, connection.create()), type);
  }

  /// Posts a cancel, which has no body and an answer of no interest.
  public void cancel(String path) {
    exchange(Call.CANCEL, request(path).POST(BodyPublishers.noBody()), connection.read());
  }

  /// Opens an event stream.
  ///
  /// @param lastEventId where to resume; one that no header can carry counts as absent
  public Opening open(String path, Optional<String> lastEventId) {
    var request = request(path).setHeader("Accept", "text/event-stream").GET();
    lastEventId.filter(CursorHttp::printable).ifPresent(id -> request.header("Last-Event-ID", id));
    var response = send(Call.READ, request, connection.read(), _ -> new Chunks());
    var chunks = response.body();
    if (response.statusCode() == 200) {
      return new Opening.Opened(chunks);
    }
    try (chunks) {
      var body = chunks.readAll((int) LARGEST_BODY, connection.read());
      return new Opening.Declined(new Answer(response.statusCode(), response.headers(), body));
    }
  }

  private static boolean printable(String header) {
    return header.chars().allMatch(c -> c >= ' ' && c < 127);
  }

  /// What an answer without success means.
  public CloudAgentsException failure(Call call, Answer answer) {
    log.atInfo()
        .addKeyValue("call", call)
        .addKeyValue("status", answer.status())
        .addKeyValue("code", answer.error().code())
        .addKeyValue(
            "request", CursorText.line(answer.headers().firstValue("x-request-id").orElse(""), 100))
        .log("Cursor's API refused a call");
    return CursorErrors.of(version, call, answer, time.instant());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(connection.at("/" + version.word() + path))
        .version(HttpClient.Version.HTTP_1_1)
        .header("Authorization", connection.key().authorization())
        .header("Accept", "application/json")
        .header("User-Agent", "tiller");
  }

  private Answer exchange(Call call, HttpRequest.Builder request, Duration within) {
    var bounded = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BODY);
    var response = send(call, request, within, bounded);
    var answer = new Answer(response.statusCode(), response.headers(), response.body());
    if (!answer.success()) {
      throw failure(call, answer);
    }
    return answer;
  }

  /// The client's own time-out ends at the headers, so the wait for the whole answer is bounded
  /// here.
  private <B> HttpResponse<B> send(
      Call call, HttpRequest.Builder request, Duration within, BodyHandler<B> body) {
    var pending = client.sendAsync(request.build(), body);
    try {
      return pending.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw CursorErrors.of(call, "no_answer", e.getCause());
    } catch (TimeoutException e) {
      pending.cancel(true);
      throw CursorErrors.of(call, "timed_out", e);
    } catch (InterruptedException e) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      throw CursorErrors.of(call, "interrupted", e);
    }
  }

  private static <T> T read(Call call, Answer answer, Class<T> type) {
    return CursorJson.read(answer.body(), type)
        .orElseThrow(() -> CursorErrors.of(call, "unreadable_answer", null));
  }
}
