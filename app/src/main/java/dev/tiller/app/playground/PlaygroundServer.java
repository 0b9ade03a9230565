package dev.tiller.app.playground;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.http.HttpServer;
import dev.tiller.app.playground.CursorState.AgentLine;
import dev.tiller.app.standin.chat.ChatStandIn;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;

/// The playground's page over running stand-ins.
public final class PlaygroundServer implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  private final HttpServer server;

  /// @throws IOException when the port cannot be had
  public PlaygroundServer(int port, StandIns standIns, CursorApi api) throws IOException {
    var platforms = new LinkedHashMap<String, ChatStandIn>();
    platforms.put("slack", standIns.slack());
    platforms.put("teams", standIns.teams());
    var pages = new PlaygroundApi(platforms, () -> state(standIns, api), standIns.traffic());
    standIns.cursor().onChange(pages::changed);
    server = HttpServer.start(HOST, port, pages.routes());
  }

  private static CursorState state(StandIns standIns, CursorApi api) {
    var agents =
        standIns.cursor().agents().stream()
            .map(agent ->
                new AgentLine(agent.id(), agent.name(), agent.status().name(), agent.repository()))
            .toList();
    return new CursorState(api.name().toLowerCase(Locale.ROOT), agents);
  }

  public URI url() {
    return URI.create("http://" + HOST + ":" + server.port() + "/");
  }

  @Override
  public void close() {
    server.close();
  }
}
