package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a person put into a modal's fields: as `state` of the view, and what Slack's client finds
/// wrong with it before it asks the app.
final class FormState {

  private static final Set<String> SELECTS =
      Set.of("static_select", "external_select", "radio_buttons");

  private FormState() {}

  /// Finds the options that a person can have chosen.
  @FunctionalInterface
  interface Options {

    /// @param block the input block
    Optional<JsonNode> find(JsonNode block, String value);
  }

  /// What is wrong, by block id.
  static Map<String, String> problems(
      ObjectNode view, Map<String, String> values, Options options) {
    var problems = new LinkedHashMap<String, String>();
    for (JsonNode block : inputs(view)) {
      var id = block.path("block_id").asText();
      var value = values.getOrDefault(id, "");
      problem(block, value, options).ifPresent(problem -> problems.put(id, problem));
    }
    return problems;
  }

  private static Optional<String> problem(JsonNode block, String value, Options options) {
    var element = block.path("element");
    if (value.isBlank()) {
      return block.path("optional").asBoolean()
          ? Optional.empty()
          : Optional.of("Please complete this required field.");
    }
    if (SELECTS.contains(element.path("type").asText())) {
      return options.find(block, value).isPresent()
          ? Optional.empty()
          : Optional.of("Please choose one of the entries.");
    }
    int least = element.path("min_length").asInt(0);
    int most = element.path("max_length").asInt(3000);
    if (value.length() < least) {
      return Optional.of("Please write at least " + least + " characters.");
    }
    return value.length() > most
        ? Optional.of("Please write at most " + most + " characters.")
        : Optional.empty();
  }

  /// The view with its `state` filled in.
  static ObjectNode filled(ObjectNode view, Map<String, String> values, Options options) {
    var state = object();
    for (JsonNode block : inputs(view)) {
      var id = block.path("block_id").asText();
      var element = block.path("element");
      state.set(
          id,
          object(
              element.path("action_id").asText(),
              value(block, values.getOrDefault(id, ""), options)));
    }
    return view.deepCopy().set("state", object("values", state));
  }

  private static ObjectNode value(JsonNode block, String value, Options options) {
    var type = block.path("element").path("type").asText();
    var json = object("type", type);
    return SELECTS.contains(type)
        ? json.set("selected_option", options.find(block, value).orElse(json.nullNode()))
        : json.put("value", value.isEmpty() ? null : value);
  }

  private static List<JsonNode> inputs(ObjectNode view) {
    return view.path("blocks")
        .valueStream()
        .filter(block -> block.path("type").asText().equals("input"))
        .toList();
  }
}
