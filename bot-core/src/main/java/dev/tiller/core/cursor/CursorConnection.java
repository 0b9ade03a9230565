package dev.tiller.core.cursor;

import java.net.URI;
import java.time.Duration;

/// How to reach Cursor's API.
///
/// @param base such as `https://api.cursor.com`, without a version
/// @param connect longest wait for a connection
/// @param read longest wait for the whole answer to a read or a cancel, and for a stream to open
/// @param create the same for a launch or a follow-up; the service often takes over 30 s for these
/// @param silence how long an open stream may bring nothing before it is given up; the service
///   sends heartbeats after 36 s at the latest, then every 15 s
public record CursorConnection(
    URI base, ApiKey key, Duration connect, Duration read, Duration create, Duration silence) {

  public CursorConnection {
    var web = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
    var extras = base.getRawUserInfo() != null || base.getRawQuery() != null;
    if (!web || base.getHost() == null || extras || base.getRawFragment() != null) {
      throw new IllegalArgumentException("Cursor's address is not a plain http(s) URL");
    }
  }

  /// With the waits that suit the live service.
  public static CursorConnection of(URI base, ApiKey key) {
    return new CursorConnection(
        base,
        key,
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        Duration.ofMinutes(1));
  }

  URI at(String path) {
    return URI.create(base.toString().replaceFirst("/+$", "") + path);
  }
}
