package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.FakeBot;
import dev.tiller.app.standin.chat.MovableClock;
import dev.tiller.app.standin.chat.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A Slack stand-in with a bot beside it, and shorthand to drive both.
final class SlackKit implements AutoCloseable {

  final MovableClock clock = new MovableClock();
  final Traffic traffic = new Traffic(clock);
  final FakeBot bot;
  final SlackStandIn slack;
  private final SlackSettings settings;

  SlackKit() throws IOException {
    this(Duration.ofSeconds(30));
  }

  SlackKit(Duration patience) throws IOException {
    settings =
        SlackSettings.playground()
            .withClock(clock)
            .withPatience(patience)
            .withRetryDelays(List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO));
    bot = new FakeBot();
    slack = SlackStandIn.start(settings, traffic);
    slack.connect(bot.base());
  }

  String token() {
    return settings.botToken();
  }

  String secret() {
    return settings.signingSecret();
  }

  /// Calls a method with JSON arguments and the right token.
  ObjectNode call(String method, Object... namesAndValues) throws IOException {
    var request =
        Wire.postJson(slack.apiUrl().resolve(method), object(namesAndValues))
            .header("Authorization", "Bearer " + token());
    return Wire.json(Wire.send(request));
  }

  String errorOf(String method, Object... namesAndValues) throws IOException {
    var answer = call(method, namesAndValues);
    return answer.path("ok").asBoolean() ? "ok" : answer.path("error").asText();
  }

  /// Posts as the bot and returns the message's id.
  String post(String channel, String text) throws IOException {
    return call("chat.postMessage", "channel", channel, "text", text).path("ts").asText();
  }

  String say(String channel, String text) {
    return slack.say("U0ANN", channel, Optional.empty(), text);
  }

  /// The events that the bot has got of a kind, `app_mention` or `message`.
  List<JsonNode> events(String type) {
    return bot.bodies().stream()
        .map(envelope -> envelope.path("event"))
        .filter(event -> event.path("type").asText().equals(type))
        .toList();
  }

  @Override
  public void close() {
    slack.close();
    bot.close();
  }
}
