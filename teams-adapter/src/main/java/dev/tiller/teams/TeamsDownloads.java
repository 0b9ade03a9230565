package dev.tiller.teams;

import dev.tiller.core.chat.Attachment;
import dev.tiller.core.chat.ChatFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;

/// Fetches files that people added to messages. The bot's token goes to the connector's hosts only;
/// addresses that are the permission themselves get none, and must be SharePoint's. Redirects are
/// not followed.
final class TeamsDownloads implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  /// Where Teams keeps files: worldwide, and of the American government.
  private static final List<String> SHAREPOINT = List.of(".sharepoint.com", ".sharepoint.us");

  private final TeamsHosts hosts;
  private final TeamsLogin login;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  TeamsDownloads(TeamsHosts hosts, TeamsLogin login) {
    this.hosts = hosts;
    this.login = login;
  }

  byte[] fetch(Attachment file, long most) {
    var source = file.source();
    if (source.startsWith(TeamsFiles.WITH_TOKEN)) {
      var address = url(source.substring(TeamsFiles.WITH_TOKEN.length()));
      check(hosts.allow(address));
      return fetch(address, Optional.of(login.token()), most);
    }
    if (source.startsWith(TeamsFiles.OPEN)) {
      var address = url(source.substring(TeamsFiles.OPEN.length()));
      check(isSharePoint(address));
      return fetch(address, Optional.empty(), most);
    }
    throw new ChatFailure.Refused("not_granted");
  }

  private static HttpUrl url(String text) {
    var url = HttpUrl.parse(text);
    if (url == null) {
      throw new ChatFailure.Refused("host_not_allowed");
    }
    return url;
  }

  private static void check(boolean allowed) {
    if (!allowed) {
      throw new ChatFailure.Refused("host_not_allowed");
    }
  }

  /// A stand-in on this machine may keep files, too, where it is one of the connector's hosts.
  private boolean isSharePoint(HttpUrl address) {
    var host = address.host().toLowerCase(Locale.ROOT);
    boolean its =
        address.isHttps()
            && address.port() == 443
            && address.username().isEmpty()
            && SHAREPOINT.stream().anyMatch(host::endsWith);
    return its || (TeamsHosts.isLoopback(host) && hosts.allow(address));
  }

  private byte[] fetch(HttpUrl address, Optional<String> token, long most) {
    var request = HttpRequest.newBuilder(URI.create(address.toString())).timeout(ANSWER).GET();
    token.ifPresent(its -> request.header("Authorization", "Bearer " + its));
    try {
      var response = http.send(request.build(), BodyHandlers.ofInputStream());
      try (var body = response.body()) {
        check(response.statusCode());
        var content = body.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
        if (content.length > most) {
          throw new ChatFailure.Refused("too_large");
        }
        return content;
      }
    } catch (IOException unreachable) {
      throw new ChatFailure.NotNow("no_answer", Optional.empty(), unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ChatFailure.NotNow("interrupted", Optional.empty(), interrupted);
    }
  }

  private static void check(int status) {
    if (status == 429 || status >= 500) {
      throw new ChatFailure.NotNow("http_" + status, Optional.empty(), null);
    }
    if (status == 401 || status == 403) {
      throw new ChatFailure.Refused("not_granted");
    }
    if (status != 200) {
      throw new ChatFailure.Refused("http_" + status);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
