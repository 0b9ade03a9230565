package dev.tiller.app.standin.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.BotClient.Answer;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.schema.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Menus whose entries the app has (`external_select`): asks the app for them, and remembers what
/// it has offered, since a client lets people choose nothing else. Thread-safe.
final class SlackMenus {

  private static final int MOST_REMEMBERED = 500;

  private final SlackDelivery delivery;
  private final Map<Place, Map<String, JsonNode>> offered = new LinkedHashMap<>();

  SlackMenus(SlackDelivery delivery) {
    this.delivery = delivery;
  }

  /// A menu before somebody's eyes.
  ///
  /// @param surface the message's or the view's id
  record Place(String person, String surface, String block, String action) {

    static Place of(String person, String surface, JsonNode element) {
      return new Place(
          person, surface, element.path("block_id").asText(), element.path("action_id").asText());
    }
  }

  /// Asks the app; the options that it answers.
  List<JsonNode> search(Place place, ObjectNode payload) {
    var options =
        switch (delivery.interaction(payload)) {
          case Answer.Answered answered when answered.ok() -> options(answered.body());
          default -> throw Refusal.conflict("Slack shows no entries: the bot did not answer.");
        };
    remember(place, options);
    return options;
  }

  /// The entry with this value, of those that a person was offered there; of the element's own
  /// where it has them.
  synchronized Optional<JsonNode> option(Place place, JsonNode element, String value) {
    return Stream.concat(
            Stream.concat(
                element.path("options").valueStream(), Stream.of(element.path("initial_option"))),
            offered.getOrDefault(place, Map.of()).values().stream())
        .filter(option -> option.path("value").asText().equals(value))
        .findFirst();
  }

  private static List<JsonNode> options(String body) {
    var options = Json.parse(body).map(json -> json.path("options")).orElseGet(Json::object);
    if (!Problems.of(BlockElements.FOUND, options, "/options").isEmpty()) {
      throw Refusal.conflict("Slack shows no entries: the bot's answer is not what Slack takes.");
    }
    return options.valueStream().toList();
  }

  private synchronized void remember(Place place, List<JsonNode> options) {
    var known = offered.computeIfAbsent(place, _ -> new LinkedHashMap<>());
    options.forEach(option -> known.put(option.path("value").asText(), option));
    if (offered.size() > MOST_REMEMBERED) {
      offered.remove(offered.keySet().iterator().next());
    }
  }
}
