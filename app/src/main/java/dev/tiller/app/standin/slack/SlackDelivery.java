package dev.tiller.app.standin.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.BotClient;
import dev.tiller.app.standin.chat.BotClient.Answer;
import dev.tiller.app.standin.chat.Deliveries;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Sends events and interactions to the bot: through a socket when it has one open, else signed to
/// its address (`POST /slack/events`).
final class SlackDelivery implements AutoCloseable {

  private static final String PATH = "/slack/events";

  private final SlackSettings settings;
  private final BotClient bot;
  private final SlackSockets sockets;
  private final Deliveries deliveries;

  SlackDelivery(SlackSettings settings, BotClient bot, SlackSockets sockets) {
    this.settings = settings;
    this.bot = bot;
    this.sockets = sockets;
    this.deliveries = new Deliveries(settings.retryDelays());
  }

  /// Delivers an event in the background, again when it is not taken.
  void event(ObjectNode envelope) {
    deliveries.begin((number, trouble) -> trouble(sendEvent(envelope, number, trouble)));
  }

  /// Delivers an event in the background once more, as after a time-out.
  void again(ObjectNode envelope) {
    deliveries.begin((_, _) -> {
      sendEvent(envelope, 1, Optional.of("http_timeout"));
      return Optional.empty();
    });
  }

  /// Sends an interaction, once, and waits for the answer.
  Answer interaction(ObjectNode payload) {
    var body = "payload=" + URLEncoder.encode(payload.toString(), StandardCharsets.UTF_8);
    try {
      if (sockets.open() > 0) {
        return sockets.deliver("interactive", payload, 0, Optional.empty());
      }
      return send("application/x-www-form-urlencoded", body, Map.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.TimedOut();
    }
  }

  private Answer sendEvent(JsonNode envelope, int number, Optional<String> trouble)
      throws InterruptedException {
    if (sockets.open() > 0) {
      return sockets.deliver("events_api", envelope, number, trouble);
    }
    var headers = new LinkedHashMap<String, String>();
    trouble.ifPresent(reason -> {
      headers.put("X-Slack-Retry-Num", String.valueOf(number));
      headers.put("X-Slack-Retry-Reason", reason);
    });
    return send("application/json", envelope.toString(), headers);
  }

  private Answer send(String contentType, String body, Map<String, String> more)
      throws InterruptedException {
    long time = settings.clock().instant().getEpochSecond();
    var headers = new LinkedHashMap<>(more);
    headers.put("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
    headers.put("X-Slack-Request-Timestamp", String.valueOf(time));
    headers.put("X-Slack-Signature", SlackSignature.of(settings.signingSecret(), time, body));
    return bot.send(new BotClient.Request(PATH, contentType, headers, body, settings.patience()));
  }

  /// What makes Slack deliver an event again.
  private static Optional<String> trouble(Answer answer) {
    return switch (answer) {
      case Answer.Answered answered when answered.ok() -> Optional.empty();
      case Answer.Answered answered
          when answered.headers().firstValue("X-Slack-No-Retry").equals(Optional.of("1")) ->
          Optional.empty();
      case Answer.Answered _ -> Optional.of("http_error");
      case Answer.TimedOut _ -> Optional.of("http_timeout");
      case Answer.Unreachable _ -> Optional.of("connection_failed");
    };
  }

  /// Whether the bot has heard everything, or never will.
  boolean idle() {
    return deliveries.idle();
  }

  @Override
  public void close() {
    deliveries.close();
  }
}
