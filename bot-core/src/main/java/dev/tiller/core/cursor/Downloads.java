package dev.tiller.core.cursor;

import dev.tiller.core.agents.AgentRecords.Content;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.CloudAgentsException.Gone;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// Fetches what the service keeps elsewhere, by presigned URLs. Knows no key, so none can go there.
public final class Downloads {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[(?:0*:)*:?0*1]");
  private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 16L;

  private final boolean plainHttp;
  private final Duration within;
  private final HttpClient client;

  /// @param base the service's own address; where that is plain http, downloads may be, too
  /// @param within the longest wait for the whole content
  /// @param client must not follow redirects
  Downloads(URI base, Duration within, HttpClient client) {
    this.plainHttp = "http".equals(base.getScheme());
    this.within = within;
    this.client = client;
  }

  /// @param url as the service gave it; absent when it gave none
  /// @param most the largest content wanted, in bytes
  public Content fetch(Optional<String> url, long most) {
    var address =
        url.flatMap(this::address)
            .orElseThrow(() -> new NotNow("unusable_link", Optional.empty(), null));
    int limit = (int) Math.min(Math.max(0, most), LARGEST_ARRAY);
    var request = HttpRequest.newBuilder(address).header("User-Agent", "tiller").GET().build();
    var response = send(request, limit);
    if (response.statusCode() != 200) {
      throw failure(response.statusCode());
    }
    return response.body().length > limit || declared(response.headers()) > limit
        ? new Content.TooLarge()
        : new Content.Bytes(response.body(), mediaType(response.headers()));
  }

  private Optional<URI> address(String url) {
    return url.contains("://") ? CursorText.link(url).filter(this::safe) : Optional.empty();
  }

  private boolean safe(URI url) {
    return "https".equals(url.getScheme())
        || plainHttp
        || LOOPBACK.matcher(url.getHost()).matches();
  }

  private HttpResponse<byte[]> send(HttpRequest request, int limit) {
    var pending = client.sendAsync(request, info -> body(info, limit));
    try {
      return pending.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new NotNow("no_content", Optional.empty(), e.getCause());
    } catch (TimeoutException e) {
      pending.cancel(true);
      throw new NotNow("content_timed_out", Optional.empty(), e);
    } catch (InterruptedException e) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      throw new NotNow("interrupted", Optional.empty(), e);
    }
  }

  private static BodySubscriber<byte[]> body(ResponseInfo info, int limit) {
    var wanted = info.statusCode() == 200 && declared(info.headers()) <= limit;
    return Beginning.of(wanted ? limit + 1 : 0);
  }

  /// The length that the answer declares; 0 when it declares none or nonsense.
  private static long declared(HttpHeaders headers) {
    return headers
        .firstValue("Content-Length")
        .filter(text -> text.matches("\\d{1,18}"))
        .map(Long::parseLong)
        .orElse(0L);
  }

  private static String mediaType(HttpHeaders headers) {
    return headers
        .firstValue("Content-Type")
        .map(type -> CursorText.line(type, 200))
        .filter(type -> !type.isEmpty())
        .orElse("application/octet-stream");
  }

  private static CloudAgentsException failure(int status) {
    var code = "http_" + status;
    return status >= 500 || status == 429 || status == 408
        ? new NotNow(code, Optional.empty(), null)
        : new Gone(code);
  }
}
