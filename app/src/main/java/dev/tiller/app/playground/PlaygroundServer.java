package dev.tiller.app.playground;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.http.HttpServer;
import dev.tiller.app.http.Limits;
import dev.tiller.app.standin.chat.ChatStandIn;
import dev.tiller.app.standin.cursor.AgentView;
import dev.tiller.app.standin.cursor.CursorStandIn;
import dev.tiller.app.standin.cursor.Faults;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// The playground's page over running stand-ins.
public final class PlaygroundServer implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  private final HttpServer server;

  /// Messages come with their files.
  private static final Limits LIMITS = Limits.DEFAULT.withBodyBytes(80 << 20);

  /// @param api the version that the bot uses
  /// @throws IOException when the port cannot be had
  public PlaygroundServer(int port, StandIns standIns, CursorApi api) throws IOException {
    var platforms = List.<ChatStandIn>of(standIns.slack(), standIns.teams());
    var cursor = new View(standIns.cursor(), api.name().toLowerCase(Locale.ROOT));
    server =
        HttpServer.start(
            HOST, port, PlaygroundApi.routes(platforms, cursor, standIns.traffic()), LIMITS);
  }

  private record View(CursorStandIn standIn, String api) implements CursorView {

    @Override
    public CursorState state() {
      return new CursorState(api, standIn.agents().stream().map(View::agent).toList());
    }

    @Override
    public Faults faults() {
      return standIn.faults();
    }

    private static CursorState.Agent agent(AgentView agent) {
      return new CursorState.Agent(
          agent.id(),
          agent.name(),
          agent.status().name(),
          agent.repository(),
          agent.branch(),
          agent.pullRequest().map(URI::create));
    }

    @Override
    public void onChange(Runnable listener) {
      standIn.onChange(listener);
    }
  }

  public URI url() {
    return URI.create("http://" + HOST + ":" + server.port() + "/");
  }

  @Override
  public void close() {
    server.close();
  }
}
