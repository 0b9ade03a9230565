package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Listeners;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The app's Home, as each person was last shown it (`views.publish`). Thread-safe; tells its
/// listeners of each change.
final class SlackHomes {

  private final Listeners listeners;
  private final Map<String, ObjectNode> views = new LinkedHashMap<>();

  SlackHomes(Listeners listeners) {
    this.listeners = listeners;
  }

  Map<String, SlackApi.Method> methods() {
    return Map.of("views.publish", this::publish);
  }

  synchronized Optional<ObjectNode> of(String person) {
    return Optional.ofNullable(views.get(person));
  }

  /// All that were shown, by person.
  synchronized Map<String, ObjectNode> all() {
    return new LinkedHashMap<>(views);
  }

  private ObjectNode publish(SlackArguments arguments) {
    var person =
        SlackWorld.person(arguments.required("user_id"))
            .orElseThrow(
                () -> new SlackError("invalid_arguments", List.of("[ERROR] invalid `user_id`")));
    var view = ViewRules.homeOf(arguments);
    var shown = put(person.id(), view, arguments.text("hash"));
    listeners.tell();
    return object("view", shown);
  }

  private synchronized ObjectNode put(String person, ObjectNode view, Optional<String> hash) {
    var before = of(person);
    if (hash.isPresent()
        && before.filter(it -> it.path("hash").asText().equals(hash.get())).isEmpty()) {
      throw new SlackError("hash_conflict");
    }
    var id = before.map(it -> it.path("id").asText()).orElse("V0HOME" + person);
    var full = SlackViews.complete(id, view);
    views.put(person, full);
    return full;
  }
}
