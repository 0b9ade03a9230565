package dev.tiller.app.standin.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What the bot was told of each message, delivered now and once more when asked. Thread-safe.
final class TeamsOutbox {

  private final TeamsDelivery delivery;
  private final Map<String, ObjectNode> latest = new ConcurrentHashMap<>();

  TeamsOutbox(TeamsDelivery delivery) {
    this.delivery = delivery;
  }

  void deliver(String message, ObjectNode activity) {
    latest.put(message, activity);
    delivery.deliver(activity);
  }

  /// Delivers the message's latest activity once more, unchanged.
  ///
  /// @return whether there was one
  boolean again(String message) {
    var activity = Optional.ofNullable(latest.get(message));
    activity.ifPresent(delivery::again);
    return activity.isPresent();
  }
}
