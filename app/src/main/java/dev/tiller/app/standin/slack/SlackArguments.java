package dev.tiller.app.standin.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tiller.app.http.Exchange;
import dev.tiller.app.standin.chat.Form;
import dev.tiller.app.standin.chat.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The arguments of a Web API call, whether they came in the query, as a form or as JSON.
record SlackArguments(Map<String, JsonNode> values) {

  /// @throws SlackError when the body cannot be read
  static SlackArguments of(Exchange call) {
    var values = new LinkedHashMap<String, JsonNode>();
    readForm(call.query(), values);
    var type = call.header("content-type").orElse("");
    if (type.startsWith("application/json")) {
      readJson(call.bodyText(), values);
    } else if (type.isEmpty() || type.startsWith("application/x-www-form-urlencoded")) {
      readForm(call.bodyText(), values);
    } else {
      throw new SlackError("invalid_post_type");
    }
    return new SlackArguments(values);
  }

  /// An argument that must be there.
  String required(String name) {
    return text(name)
        .orElseThrow(() ->
            new SlackError(
                "invalid_arguments", List.of("[ERROR] missing required field: " + name)));
  }

  /// An argument as text; empty when it is absent or empty.
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name))
        .filter(value -> !value.isNull())
        .map(value -> value.isValueNode() ? value.asText() : value.toString())
        .filter(value -> !value.isEmpty());
  }

  boolean flag(String name) {
    return text(name).filter(value -> value.equals("true") || value.equals("1")).isPresent();
  }

  /// A number, or what counts when there is none.
  int number(String name, int otherwise) {
    try {
      return text(name).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new SlackError("invalid_arguments", List.of("[ERROR] must be an integer: " + name));
    }
  }

  /// An argument that is JSON, itself or as text.
  ///
  /// @param wrong the error code for what is no JSON
  Optional<JsonNode> json(String name, String wrong) {
    return Optional.ofNullable(values.get(name))
        .filter(value -> !value.isNull() && !(value.isTextual() && value.asText().isEmpty()))
        .map(value ->
            value instanceof TextNode text
                ? Json.parse(text.asText()).orElseThrow(() -> new SlackError(wrong))
                : value);
  }

  private static void readJson(String body, Map<String, JsonNode> values) {
    var object = Json.parseObject(body).orElseThrow(() -> new SlackError("invalid_json"));
    object.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
  }

  private static void readForm(String form, Map<String, JsonNode> values) {
    try {
      Form.parse(form).forEach((name, value) -> values.put(name, new TextNode(value)));
    } catch (IllegalArgumentException e) {
      throw new SlackError("invalid_form_data");
    }
  }
}
