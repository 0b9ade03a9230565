package dev.tiller.app.standin.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
