package dev.tiller.teams;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Platform;
import dev.tiller.teams.LoopbackServer.Answer;
import dev.tiller.teams.LoopbackServer.Request;
import java.util.List;

/// The adapter speaking to a connector and a login service that answer as told.
final class Connector implements AutoCloseable {

  private volatile LoopbackServer.Script script =
      request -> Answer.json(201, "{\"id\":\"1700000000010\"}");

  final LoopbackServer server = new LoopbackServer(request -> script.answer(request));
  final LoopbackServer login =
      new LoopbackServer(
          request -> Answer.json(200, "{\"access_token\":\"t-1\",\"expires_in\":3600}"));

  private final TeamsAdapter adapter =
      new TeamsAdapter(
          new TeamsSettings(
              "app",
              "secret",
              "tenant",
              TeamsSettings.OPENID_METADATA,
              login.at(""),
              List.of(server.host())),
          new MovableClock());

  ChatPlatform teams() {
    return adapter.platform();
  }

  void answers(Answer answer) {
    script = request -> answer;
  }

  void behaves(LoopbackServer.Script behaviour) {
    script = behaviour;
  }

  List<Request> requests() {
    return server.requests();
  }

  Address channel() {
    return at("19:general@thread.tacv2", "17");
  }

  Address at(String channel, String root) {
    return new Address(
        new ChatThread(Platform.TEAMS, "tenant", channel, root), server.at("/teams/").toString());
  }

  @Override
  public void close() {
    adapter.close();
    server.close();
    login.close();
  }
}
