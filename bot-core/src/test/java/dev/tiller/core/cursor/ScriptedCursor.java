package dev.tiller.core.cursor;

import dev.tiller.core.agents.CloudAgents;
import dev.tiller.core.agents.CloudService;
import dev.tiller.core.agents.Image;
import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.LaunchRequest;
import dev.tiller.core.agents.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A scripted Cursor and clients of it that do not wait long.
public final class ScriptedCursor implements AutoCloseable {

  public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  public static final UUID LAUNCH = UUID.fromString("1a2b3c4d-0000-4000-8000-00000000000A");
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  public final ScriptedServer server = new ScriptedServer();
  private final HttpClient client = CursorClients.httpClient(connection(PATIENCE));

  public CloudAgents v1() {
    return client(ApiVersion.V1, PATIENCE);
  }

  public CloudAgents v0() {
    return client(ApiVersion.V0, PATIENCE);
  }

  /// @param patience how long it waits for anything
  public CloudAgents client(ApiVersion version, Duration patience) {
    return service(version, patience).agents();
  }

  public CloudService service(ApiVersion version) {
    return service(version, PATIENCE);
  }

  private CloudService service(ApiVersion version, Duration patience) {
    return service(version, patience, () -> NOW, Repeats.none());
  }

  CloudService service(ApiVersion version, Duration patience, InstantSource time, Repeats repeats) {
    return CursorClients.of(version, connection(patience), client, time, repeats);
  }

  HttpClient httpClient() {
    return client;
  }

  private CursorConnection connection(Duration patience) {
    return new CursorConnection(
        server.url(), new ApiKey("crsr_test"), patience, patience, patience, patience);
  }

  public static LaunchRequest request(String prompt) {
    return new LaunchRequest(
        LAUNCH,
        prompt,
        new Repository(URI.create("https://github.com/acme/web")),
        Optional.empty(),
        Optional.empty(),
        true,
        Optional.empty());
  }

  /// The same launch with options, called at [#NOW].
  public static LaunchRequest request(String prompt, LaunchOptions options, Image... images) {
    var plain = request(prompt);
    return new LaunchRequest(
        plain.launch(),
        prompt,
        plain.repository(),
        plain.branch(),
        plain.model(),
        plain.createPullRequest(),
        plain.webhook(),
        options,
        List.of(images),
        Optional.of(NOW));
  }

  /// A file of `src/test/resources/cursor`.
  public static String fixture(String name) {
    try (var file = ScriptedCursor.class.getResourceAsStream("/cursor/" + name)) {
      if (file == null) {
        throw new IllegalArgumentException("no fixture " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    server.close();
  }
}
