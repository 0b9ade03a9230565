package dev.tiller.app.standin.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The events of each message, delivered now and once more when asked. Thread-safe.
final class SlackOutbox {

  private final SlackDelivery delivery;
  private final Map<String, List<ObjectNode>> latest = new HashMap<>();

  SlackOutbox(SlackDelivery delivery) {
    this.delivery = delivery;
  }

  /// Delivers what the bot is to know of a message, all at the same time, as Slack does.
  void deliver(String ts, List<ObjectNode> envelopes) {
    synchronized (latest) {
      latest.put(ts, envelopes);
    }
    envelopes.forEach(delivery::event);
  }

  /// Delivers what else the bot is to know of a message, beside what it was told of it before.
  void deliverMore(String ts, ObjectNode envelope) {
    synchronized (latest) {
      latest.merge(ts, List.of(envelope), SlackOutbox::joined);
    }
    delivery.event(envelope);
  }

  private static List<ObjectNode> joined(List<ObjectNode> before, List<ObjectNode> more) {
    return Stream.concat(before.stream(), more.stream()).toList();
  }

  /// Delivers the message's latest events once more, unchanged.
  ///
  /// @return how many there were
  int again(String ts) {
    List<ObjectNode> envelopes;
    synchronized (latest) {
      envelopes = latest.getOrDefault(ts, List.of());
    }
    envelopes.forEach(delivery::again);
    return envelopes.size();
  }
}
