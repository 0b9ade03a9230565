package dev.tiller.teams;

import static dev.tiller.teams.Activities.bytes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.core.chat.WebRequest;
import dev.tiller.core.chat.WebResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// The adapter's messaging endpoint together with what it needs: keys, a time and an inbox.
final class Endpoint implements AutoCloseable {

  static final String SERVICE = "https://smba.trafficmanager.net/teams/";

  final MovableClock clock = new MovableClock();
  final TokenIssuer issuer = new TokenIssuer(clock, SERVICE);
  final RecordingInbox inbox = new RecordingInbox();

  private final TeamsAdapter adapter =
      new TeamsAdapter(
          new TeamsSettings(
              TokenIssuer.APP,
              "secret",
              Activities.TENANT,
              issuer.metadata(),
              TeamsSettings.LOGIN,
              TeamsSettings.SERVICE_HOSTS),
          clock);

  /// Sends an activity as Teams does.
  WebResponse send(ObjectNode activity) {
    return send(bytes(activity), "Bearer " + issuer.token());
  }

  WebResponse send(String body, String authorization) {
    return send(body.getBytes(StandardCharsets.UTF_8), authorization);
  }

  WebResponse send(byte[] body, String authorization) {
    return send("POST", Map.of("authorization", List.of(authorization)), body);
  }

  WebResponse send(String method, Map<String, List<String>> headers, byte[] body) {
    return adapter
        .handler(inbox, inbox)
        .handle(new WebRequest(method, "/api/messages", "", headers, body, "127.0.0.1"));
  }

  static String body(WebResponse answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    adapter.close();
    issuer.close();
  }
}
