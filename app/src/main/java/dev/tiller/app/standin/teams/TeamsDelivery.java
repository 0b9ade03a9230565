package dev.tiller.app.standin.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.BotClient;
import dev.tiller.app.standin.chat.BotClient.Answer;
import dev.tiller.app.standin.chat.Deliveries;
import java.util.Map;
import java.util.Optional;

/// Sends activities with signed tokens to the bot (`POST /api/messages`).
final class TeamsDelivery implements AutoCloseable {

  private final TeamsSettings settings;
  private final TeamsKeys keys;
  private final BotClient bot;
  private final Deliveries deliveries;

  TeamsDelivery(TeamsSettings settings, TeamsKeys keys, BotClient bot) {
    this.settings = settings;
    this.keys = keys;
    this.bot = bot;
    this.deliveries = new Deliveries(settings.retryDelays());
  }

  /// Delivers an activity in the background, again after a 5xx or no answer.
  void deliver(ObjectNode activity) {
    deliveries.begin((_, _) -> trouble(send(activity)));
  }

  /// Delivers an activity in the background, once.
  void again(ObjectNode activity) {
    deliveries.begin((_, _) -> {
      send(activity);
      return Optional.empty();
    });
  }

  /// Sends an invoke, once, and waits for the answer.
  Answer invoke(ObjectNode activity) {
    try {
      return send(activity);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.TimedOut();
    }
  }

  private Answer send(ObjectNode activity) throws InterruptedException {
    var token = keys.token(settings.appId(), activity.path("serviceUrl").asText());
    return bot.send(
        new BotClient.Request(
            "/api/messages",
            "application/json; charset=utf-8",
            Map.of(
                "Authorization",
                "Bearer " + token,
                "User-Agent",
                "Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)"),
            activity.toString(),
            settings.patience()));
  }

  private static Optional<String> trouble(Answer answer) {
    return switch (answer) {
      case Answer.Answered answered when answered.status() < 500 -> Optional.empty();
      case Answer.Answered answered -> Optional.of("answered " + answered.status());
      case Answer.TimedOut _ -> Optional.of("timed out");
      case Answer.Unreachable _ -> Optional.of("unreachable");
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
