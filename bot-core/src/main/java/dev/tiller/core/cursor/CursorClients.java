package dev.tiller.core.cursor;

import dev.tiller.core.agents.CloudAgents;
import dev.tiller.core.cursor.v0.CursorV0;
import dev.tiller.core.cursor.v1.CursorV1;
import java.net.http.HttpClient;
import java.time.InstantSource;

/// The one place that chooses the version of Cursor's API.
public final class CursorClients {

  private CursorClients() {}

  /// An HTTP client that suits every [CursorConnection] with this wait for a connection. Its owner
  /// closes it, which ends open streams.
  public static HttpClient httpClient(CursorConnection connection) {
    return HttpClient.newBuilder()
        .connectTimeout(connection.connect())
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  public static CloudAgents of(
      ApiVersion version, CursorConnection connection, HttpClient client, InstantSource time) {
    var http = new CursorHttp(version, connection, client, time);
    return switch (version) {
      case V1 -> new CursorV1(http, connection.silence(), time);
      case V0 -> new CursorV0(http, time);
    };
  }
}
