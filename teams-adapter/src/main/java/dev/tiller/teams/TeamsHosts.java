package dev.tiller.teams;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// The connector hosts that the bot deals with. Checked when a request names one and again when a
/// token is about to be sent there, both times with the parser that makes the connection.
final class TeamsHosts {

  private static final Pattern HOST_AND_PORT =
      Pattern.compile("([\\w.-]+|\\[[0-9a-fA-F:]+])(:\\d{1,5})?");
  private static final Pattern IPV4_LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

  private final Set<Entry> entries;

  private record Entry(String scheme, String host, int port) {
    static Entry of(HttpUrl url) {
      return new Entry(url.scheme(), url.host(), url.port());
    }
  }

  private TeamsHosts(Set<Entry> entries) {
    this.entries = Set.copyOf(entries);
  }

  /// @throws IllegalArgumentException with the entry that is no `host` or `host:port`
  static TeamsHosts of(List<String> hosts) {
    var entries = new HashSet<Entry>();
    for (var host : hosts) {
      entries.add(Entry.of(url("https", host)));
      var plain = url("http", host);
      if (isLoopback(plain.host())) {
        entries.add(Entry.of(plain));
      }
    }
    return new TeamsHosts(entries);
  }

  /// Whether a service URL leads to one of the hosts.
  boolean allow(@Nullable String serviceUrl) {
    var url = serviceUrl == null ? null : HttpUrl.parse(serviceUrl);
    return url != null && allow(url) && url.query() == null && url.fragment() == null;
  }

  boolean allow(HttpUrl url) {
    return url.username().isEmpty() && url.password().isEmpty() && entries.contains(Entry.of(url));
  }

  static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || IPV4_LOOPBACK.matcher(host).matches();
  }

  private static HttpUrl url(String scheme, String host) {
    var url = HOST_AND_PORT.matcher(host).matches() ? HttpUrl.parse(scheme + "://" + host) : null;
    if (url == null) {
      throw new IllegalArgumentException("a Teams service host is `host` or `host:port`: " + host);
    }
    return url;
  }
}
