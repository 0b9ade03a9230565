package dev.tiller.core.cursor;

import dev.tiller.core.agents.CloudAgentsException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One version of Cursor's API over HTTP: authenticated, bounded in time and size. Failures are
/// [CloudAgentsException]s. Only [#get] may repeat a call.
public final class CursorHttp {

  private static final Logger log = LoggerFactory.getLogger(CursorHttp.class);

  private final ApiVersion version;
  private final CursorConnection connection;
  private final Sender sender;
  private final Repeats repeats;
  private final InstantSource time;

  CursorHttp(
      ApiVersion version,
      CursorConnection connection,
      Sender sender,
      Repeats repeats,
      InstantSource time) {
    this.version = version;
    this.connection = connection;
    this.sender = sender;
    this.repeats = repeats;
    this.time = time;
  }

  /// A piece of a path or the value of a query, percent-encoded.
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// @param path with its query, below the version, such as `/agents?limit=1`
  public <T> T get(String path, Class<T> type) {
    var request = request(path).GET().build();
    var answer =
        success(
            Call.READ,
            () -> repeats.of(() -> sender.exchange(Call.READ, request, connection.read())));
    return read(Call.READ, answer, type);
  }

  /// As [#get], for what is slow and allowed only now and then.
  public <T> T getOnce(String path, Class<T> type) {
    return read(Call.READ, exchange(Call.READ, request(path).GET(), connection.create()), type);
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

  /// As [#cancel], for a change that is harmless to repeat.
  public void change(String path) {
    exchange(Call.CHANGE, request(path).POST(BodyPublishers.noBody()), connection.read());
  }

  public void delete(String path) {
    exchange(Call.CHANGE, request(path).DELETE(), connection.read());
  }

  /// Opens an event stream.
  ///
  /// @param lastEventId where to resume; one that no header can carry counts as absent
  public Opening open(String path, Optional<String> lastEventId) {
    var request = request(path).setHeader("Accept", "text/event-stream").GET();
    lastEventId.filter(CursorHttp::printable).ifPresent(id -> request.header("Last-Event-ID", id));
    try {
      return sender.open(request.build(), connection.read());
    } catch (NoAnswer e) {
      throw CursorErrors.of(Call.READ, e.code(), e.getCause());
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
    return success(call, () -> sender.exchange(call, request.build(), within));
  }

  private Answer success(Call call, Repeats.Read exchange) {
    try {
      var answer = exchange.once();
      if (answer.success()) {
        return answer;
      }
      throw failure(call, answer);
    } catch (NoAnswer e) {
      throw CursorErrors.of(call, e.code(), e.getCause());
    }
  }

  private static <T> T read(Call call, Answer answer, Class<T> type) {
    return CursorJson.read(answer.body(), type)
        .orElseThrow(() -> CursorErrors.of(call, "unreadable_answer", null));
  }
}
