package dev.tiller.app.standin.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Ids;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.teams.TeamsActivities.Setting;
import dev.tiller.app.standin.teams.TeamsWorld.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A dialog that is open in front of a person.
///
/// @param setting where it was opened
/// @param command what it was opened by, where that is an entry of a message's own menu:
///   `commandId`, `commandContext`, `messagePayload`
/// @param task the task module's `title`, `width`, `height`, `card`
/// @param errors what is wrong, by input id
record TeamsForm(
    String id,
    String person,
    Setting setting,
    Optional<ObjectNode> command,
    ObjectNode task,
    Map<String, String> errors) {

  /// A new one.
  static TeamsForm of(Person person, Setting setting, ObjectNode task) {
    var id = Ids.random("task-", 10);
    return new TeamsForm(id, person.id(), setting, Optional.empty(), task, Map.of());
  }

  TeamsForm openedBy(ObjectNode chosen) {
    return new TeamsForm(id, person, setting, Optional.of(chosen), task, errors);
  }

  TeamsForm withErrors(Map<String, String> others) {
    return new TeamsForm(id, person, setting, command, task, Map.copyOf(others));
  }

  TeamsForm withTask(ObjectNode other) {
    return new TeamsForm(id, person, setting, command, other, Map.of());
  }

  /// What Teams' client finds wrong before it asks the bot, by input id.
  Map<String, String> problems(Map<String, String> values) {
    var problems = new LinkedHashMap<String, String>();
    inputs()
        .forEach(input -> {
          var id = input.path("id").asText();
          problem(input, values.getOrDefault(id, "")).ifPresent(it -> problems.put(id, it));
        });
    return problems;
  }

  private static Optional<String> problem(JsonNode input, String value) {
    if (value.isBlank()) {
      return input.path("isRequired").asBoolean()
          ? Optional.of(input.path("errorMessage").asText("This field is required."))
          : Optional.empty();
    }
    if (input.path("type").asText().equals("Input.ChoiceSet")
        && !input.path("isMultiSelect").asBoolean()
        && !offers(input, value)) {
      return Optional.of(input.path("errorMessage").asText("Choose one of the entries."));
    }
    return value.length() <= input.path("maxLength").asInt(Integer.MAX_VALUE)
        ? Optional.empty()
        : Optional.of(input.path("errorMessage").asText("This is too long."));
  }

  private static boolean offers(JsonNode input, String value) {
    return input
        .path("choices")
        .valueStream()
        .anyMatch(choice -> choice.path("value").asText().equals(value));
  }

  /// The data that sending it gives to the bot: the button's own and the inputs' values.
  ObjectNode data(Map<String, String> values) {
    var data =
        everything(card())
            .filter(it -> it.path("type").asText().equals("Action.Submit"))
            .findFirst()
            .map(it -> it.path("data"))
            .filter(ObjectNode.class::isInstance)
            .map(it -> ((ObjectNode) it).deepCopy())
            .orElseGet(Json::object);
    inputs()
        .map(input -> input.path("id").asText())
        .forEach(id -> data.put(id, values.getOrDefault(id, "")));
    return data;
  }

  private Stream<JsonNode> inputs() {
    return everything(card()).filter(it -> it.path("type").asText().startsWith("Input."));
  }

  private JsonNode card() {
    return task.at("/card/content");
  }

  /// A card's objects, outer before inner.
  private static Stream<JsonNode> everything(JsonNode node) {
    return Stream.concat(Stream.of(node), node.valueStream().flatMap(TeamsForm::everything));
  }
}
