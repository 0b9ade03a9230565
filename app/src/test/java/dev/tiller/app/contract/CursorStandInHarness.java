package dev.tiller.app.contract;

import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.cursor.CursorStandIn;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.cursor.Pace;
import dev.tiller.core.agents.CloudService;
import dev.tiller.core.cursor.ApiKey;
import dev.tiller.core.cursor.ApiVersion;
import dev.tiller.core.cursor.CursorClients;
import dev.tiller.core.cursor.CursorConnection;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;

/// A Cursor stand-in whose runs take some tenths of a second, and clients of it.
final class CursorStandInHarness implements AutoCloseable {

  private final CursorStandIn standIn;
  private final HttpClient http;
  private final ApiVersion version;

  CursorStandInHarness(ApiVersion version) throws IOException {
    var pace = new Pace(Duration.ofMillis(40), Duration.ofMillis(40), 5, false);
    this.version = version;
    this.standIn =
        CursorStandIn.start(
            "127.0.0.1",
            0,
            Options.playground().withPace(pace),
            new Traffic(InstantSource.system()));
    this.http = CursorClients.httpClient(connection("crsr_good"));
  }

  CloudService service(String key) {
    return CursorClients.of(version, connection(key), http, InstantSource.system());
  }

  URI url() {
    return standIn.url();
  }

  private CursorConnection connection(String key) {
    return CursorConnection.of(standIn.url(), new ApiKey(key));
  }

  @Override
  public void close() {
    http.shutdownNow();
    standIn.close();
  }
}
