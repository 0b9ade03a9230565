package dev.tiller.app.standin.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What the bot was told of each message, delivered now and once more when asked. Thread-safe.
final class TeamsOutbox {

  private final TeamsDelivery delivery;
  private final Map<String, List<ObjectNode>> latest = new ConcurrentHashMap<>();

  TeamsOutbox(TeamsDelivery delivery) {
    this.delivery = delivery;
  }

  void deliver(String message, ObjectNode activity) {
    latest.put(message, List.of(activity));
    delivery.deliver(activity);
  }

  /// Delivers what else the bot is to know of a message, beside what it was told of it before.
  void deliverMore(String message, ObjectNode activity) {
    latest.merge(message, List.of(activity), TeamsOutbox::joined);
    delivery.deliver(activity);
  }

  private static List<ObjectNode> joined(List<ObjectNode> before, List<ObjectNode> more) {
    return Stream.concat(before.stream(), more.stream()).toList();
  }

  /// Delivers once more, unchanged, what the bot was told of the message last.
  ///
  /// @return whether there was one
  boolean again(String message) {
    var told = latest.getOrDefault(message, List.of());
    told.forEach(delivery::again);
    return !told.isEmpty();
  }
}
