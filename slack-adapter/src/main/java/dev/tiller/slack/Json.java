package dev.tiller.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads other people's JSON: what is missing or of another type than expected is absent.
final class Json {

  private Json() {}

  /// The object that the text is; empty for anything else.
  static Optional<JsonObject> parse(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : asObject(JsonParser.parseString(text));
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  /// A field that is a string and not empty.
  static Optional<String> text(JsonObject object, String name) {
    var field = object.get(name);
    return field != null && field.isJsonPrimitive() && field.getAsJsonPrimitive().isString()
        ? Optional.of(field.getAsString()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  static boolean isTrue(JsonObject object, String name) {
    var field = object.get(name);
    return field != null && field.isJsonPrimitive() && field.getAsBoolean();
  }

  /// Whether the field is there and not null.
  static boolean has(JsonObject object, String name) {
    var field = object.get(name);
    return field != null && !field.isJsonNull();
  }

  /// A field that is an object; an empty object where it is not.
  static JsonObject object(JsonObject object, String name) {
    return asObject(object.get(name)).orElseGet(JsonObject::new);
  }

  /// The objects in a field that is an array.
  static List<JsonObject> objects(JsonObject object, String name) {
    return object.get(name) instanceof JsonArray array
        ? StreamSupport.stream(array.spliterator(), false)
            .flatMap(element -> asObject(element).stream())
            .toList()
        : List.of();
  }

  private static Optional<JsonObject> asObject(@Nullable JsonElement element) {
    return element instanceof JsonObject object ? Optional.of(object) : Optional.empty();
  }
}
