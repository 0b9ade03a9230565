package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.WebHandler;
import dev.tiller.core.chat.WebRequest;
import dev.tiller.core.chat.WebResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The whole adapter with the real Bolt app, between a bot and a Web API that both record. Slack
/// delivers by HTTP, or through a socket.
final class SlackInMiniature implements AutoCloseable {

  static final long NOW = 1_763_800_001;

  final RecordingSlack api = new RecordingSlack();
  final RecordingBot bot = new RecordingBot();
  private final InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(NOW));
  final SlackAdapter adapter = new SlackAdapter(api.settings(), clock);
  private final WebHandler handler = adapter.handler(bot, bot).orElseThrow();
  private final SlackSignature signature =
      new SlackSignature(api.settings().signingSecret().orElseThrow(), clock);
  private final Optional<SocketInMiniature> socket;

  SlackInMiniature() {
    socket = Optional.empty();
  }

  private SlackInMiniature(SocketPace pace) {
    socket = Optional.of(new SocketInMiniature(api, bot, clock, pace));
  }

  static SlackInMiniature bySocket() {
    return new SlackInMiniature(SocketInMiniature.QUICK);
  }

  /// Delivers an event.
  WebResponse deliver(JsonObject payload) {
    return socket.isPresent()
        ? socket.get().deliver("events_api", payload)
        : deliver(payload.toString());
  }

  /// Delivers a click, a form or the like.
  WebResponse interact(JsonObject payload) {
    if (socket.isPresent()) {
      return socket.get().deliver("interactive", payload);
    }
    return deliver("payload=" + URLEncoder.encode(payload.toString(), StandardCharsets.UTF_8));
  }

  /// Delivers a body with its signature.
  WebResponse deliver(String body) {
    return deliver(body, NOW, sign(body, NOW));
  }

  WebResponse deliver(String body, long sent, String signature) {
    return deliver(
        body,
        Map.of(
            "x-slack-request-timestamp", List.of(String.valueOf(sent)),
            "x-slack-signature", List.of(signature)));
  }

  WebResponse deliver(String body, Map<String, List<String>> headers) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return handler.handle(new WebRequest("POST", "/slack/events", "", headers, bytes, "127.0.0.1"));
  }

  String sign(String body, long sent) {
    return signature.sign(String.valueOf(sent), body.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    socket.ifPresent(SocketInMiniature::close);
    adapter.close();
    api.close();
  }
}
