package dev.tiller.slack;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where files and answers may be sent. The address comes from Slack; something goes there only
/// when it is Slack's own.
public final class SlackHosts {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final String SLACK = "slack.com";

  private SlackHosts() {}

  /// Empty for what is no address.
  public static Optional<URI> parse(String address) {
    try {
      return Optional.of(new URI(address));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /// Whether the address is by `https` at slack.com, at the Web API's own host, or below one of
  /// them. Where the Web API itself is a stand-in on this machine, its files may be here as well.
  ///
  /// @param api where the Web API is
  static boolean isSlacks(URI address, URI api) {
    if (address.getRawUserInfo() != null || host(address).isEmpty()) {
      return false;
    }
    if (isLoopback(api)) {
      return isLoopback(address);
    }
    return "https".equals(address.getScheme())
        && (address.getPort() == -1 || address.getPort() == 443)
        && (isWithin(host(address), SLACK) || isWithin(host(address), host(api)));
  }

  /// As [#isSlacks], for a WebSocket: by `wss`, where the Web API is on this machine by `ws`.
  public static boolean isSlacksSocket(URI address, URI api) {
    return switch (String.valueOf(address.getScheme())) {
      case "wss" -> isSlacks(withScheme("https", address), api);
      case "ws" -> isSlacks(withScheme("http", address), api);
      default -> false;
    };
  }

  private static URI withScheme(String scheme, URI address) {
    return URI.create(scheme + address.toString().substring(address.getScheme().length()));
  }

  private static boolean isLoopback(URI address) {
    return "http".equals(address.getScheme()) && LOOPBACK.contains(host(address));
  }

  private static boolean isWithin(String host, String domain) {
    return host.equals(domain) || host.endsWith("." + domain);
  }

  private static String host(URI address) {
    var host = address.getHost();
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }
}
