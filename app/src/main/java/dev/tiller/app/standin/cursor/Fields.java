package dev.tiller.app.standin.cursor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads a JSON object strictly, as the service does: a value of another type, `null` and a key
/// that nobody asked for are refused.
final class Fields {

  private final JsonNode object;
  private final String path;
  private final Set<String> known = new HashSet<>();

  private Fields(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  /// Reads a request's body.
  ///
  /// @throws ApiError when the body is missing or `reader` does not take it
  static <T> T read(byte[] body, Function<Fields, T> reader) {
    if (body.length == 0) {
      throw new ApiError(400, "missing_body", "A JSON request body is required");
    }
    return read(Json.parse(body), "", reader);
  }

  private static <T> T read(JsonNode node, String path, Function<Fields, T> reader) {
    if (!node.isObject()) {
      throw ApiError.invalid((path.isEmpty() ? "The request body" : path) + " must be an object");
    }
    var fields = new Fields(node, path);
    T value = reader.apply(fields);
    fields.refuseUnknown();
    return value;
  }

  boolean has(String name) {
    return get(name).isPresent();
  }

  /// Text of `min` to `max` characters.
  Optional<String> text(String name, int min, int max) {
    return get(name).map(node -> textOf(node, at(name), min, max));
  }

  /// Text that is not empty.
  Optional<String> text(String name) {
    return text(name, 1, Integer.MAX_VALUE);
  }

  String required(String name) {
    return text(name).orElseThrow(() -> missing(name));
  }

  /// One of some words.
  Optional<String> word(String name, List<String> words) {
    var word = text(name);
    if (word.isPresent() && !words.contains(word.get())) {
      throw wrong(name, "must be one of " + String.join(", ", words));
    }
    return word;
  }

  String requiredWord(String name, List<String> words) {
    return word(name, words).orElseThrow(() -> missing(name));
  }

  /// False when absent.
  boolean flag(String name) {
    var node = get(name);
    if (node.isPresent() && !node.get().isBoolean()) {
      throw wrong(name, "must be a boolean");
    }
    return node.map(JsonNode::booleanValue).orElse(false);
  }

  /// An integer of at least 1.
  void requirePositive(String name) {
    var node = get(name).orElseThrow(() -> missing(name));
    if (!node.isIntegralNumber() || node.longValue() < 1) {
      throw wrong(name, "must be a positive integer");
    }
  }

  <T> Optional<T> object(String name, Function<Fields, T> reader) {
    return get(name).map(node -> read(node, at(name), reader));
  }

  <T> T requiredObject(String name, Function<Fields, T> reader) {
    return object(name, reader).orElseThrow(() -> missing(name));
  }

  /// A list, empty when absent.
  <T> List<T> objects(String name, int max, Function<Fields, T> reader) {
    var items = new ArrayList<T>();
    for (var node : array(name, max)) {
      items.add(read(node, at(name) + "[" + items.size() + "]", reader));
    }
    return items;
  }

  /// A list of texts, empty when absent.
  List<String> texts(String name) {
    var items = new ArrayList<String>();
    for (var node : array(name, Integer.MAX_VALUE)) {
      items.add(textOf(node, at(name), 0, Integer.MAX_VALUE));
    }
    return items;
  }

  /// An object whose values are texts, empty when absent.
  Map<String, String> textMap(String name) {
    var map = new LinkedHashMap<String, String>();
    var node = get(name);
    if (node.isPresent() && !node.get().isObject()) {
      throw wrong(name, "must be an object");
    }
    node.ifPresent(object ->
        object
            .properties()
            .forEach(entry ->
                map.put(
                    entry.getKey(),
                    textOf(
                        entry.getValue(), at(name) + "." + entry.getKey(), 0, Integer.MAX_VALUE))));
    return map;
  }

  /// The value as it came, already known to be of the right form.
  Optional<JsonNode> raw(String name) {
    return get(name);
  }

  ApiError wrong(String name, String problem) {
    return ApiError.invalid(at(name) + " " + problem);
  }

  private ApiError missing(String name) {
    return wrong(name, "is required");
  }

  private Iterable<JsonNode> array(String name, int max) {
    var node = get(name);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!node.get().isArray()) {
      throw wrong(name, "must be an array");
    }
    if (node.get().size() > max) {
      throw wrong(name, "must have at most " + max + " entries");
    }
    return node.get();
  }

  private Optional<JsonNode> get(String name) {
    known.add(name);
    return Optional.ofNullable(object.get(name));
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private void refuseUnknown() {
    for (var property : object.properties()) {
      if (!known.contains(property.getKey())) {
        throw ApiError.invalid("Unrecognized key: " + at(property.getKey()));
      }
    }
  }

  private static String textOf(JsonNode node, String path, int min, int max) {
    if (!node.isTextual()) {
      throw ApiError.invalid(path + " must be a string");
    }
    int length = node.textValue().length();
    if (length < min || length > max) {
      throw ApiError.invalid(
          path
              + " must have "
              + (max == Integer.MAX_VALUE ? "at least " + min : min + " to " + max)
              + " characters");
    }
    return node.textValue();
  }
}
