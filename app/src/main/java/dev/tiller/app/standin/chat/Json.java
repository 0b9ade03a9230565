package dev.tiller.app.standin.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/// Small help with JSON trees, in which the stand-ins keep what has the shape of somebody else's
/// API.
public final class Json {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /// An object of alternating names and values; an empty [Optional] leaves its name out.
  public static ObjectNode object(Object... namesAndValues) {
    var object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      var name = (String) namesAndValues[i];
      value(namesAndValues[i + 1]).ifPresent(value -> object.set(name, value));
    }
    return object;
  }

  /// An array of trees.
  public static ArrayNode array(Iterable<? extends JsonNode> items) {
    var array = JsonNodeFactory.instance.arrayNode();
    items.forEach(array::add);
    return array;
  }

  /// Reads a tree; empty for text that is no JSON.
  public static Optional<JsonNode> parse(String text) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      return tree instanceof MissingNode ? Optional.empty() : Optional.of(tree);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /// Reads an object; empty for anything else.
  public static Optional<ObjectNode> parseObject(String text) {
    return parse(text).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
  }

  /// The text of a field; empty when it is absent or not a text.
  public static Optional<String> text(JsonNode object, String field) {
    return object.path(field) instanceof TextNode text
        ? Optional.of(text.asText())
        : Optional.empty();
  }

  private static Optional<JsonNode> value(Object value) {
    return switch (value) {
      case Optional<?> optional -> optional.flatMap(Json::value);
      case JsonNode node -> Optional.of(node);
      default -> Optional.of(MAPPER.valueToTree(value));
    };
  }
}
