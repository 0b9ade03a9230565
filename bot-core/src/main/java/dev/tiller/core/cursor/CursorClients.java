package dev.tiller.core.cursor;

import dev.tiller.core.agents.CloudService;
import dev.tiller.core.cursor.v0.CursorV0;
import dev.tiller.core.cursor.v0.V0Account;
import dev.tiller.core.cursor.v0.V0Records;
import dev.tiller.core.cursor.v1.CursorV1;
import dev.tiller.core.cursor.v1.V1Account;
import dev.tiller.core.cursor.v1.V1Records;
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

  /// One client of the service, whose parts share one circuit: when the service is down, calls fail
  /// at once for a while.
  ///
  /// @param client must not follow redirects, so that the key goes nowhere else; the owner closes
  ///   it
  public static CloudService of(
      ApiVersion version, CursorConnection connection, HttpClient client, InstantSource time) {
    return of(version, connection, client, time, Repeats.standard());
  }

  static CloudService of(
      ApiVersion version,
      CursorConnection connection,
      HttpClient client,
      InstantSource time,
      Repeats repeats) {
    if (client.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("the HTTP client follows redirects");
    }
    var sender = new Sender(client, new Gate(time));
    var http = new CursorHttp(version, connection, sender, repeats, time);
    var downloads = new Downloads(connection.base(), connection.create(), client);
    return switch (version) {
      case V1 ->
          new CloudService(
              new CursorV1(http, connection.silence(), time),
              new V1Records(http, downloads),
              new V1Account(http));
      case V0 ->
          new CloudService(
              new CursorV0(http, time), new V0Records(http, downloads), new V0Account(http));
    };
  }
}
