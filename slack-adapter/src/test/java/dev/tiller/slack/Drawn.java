package dev.tiller.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.tiller.core.chat.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/// Reads drawn blocks back.
///
/// @param json the `blocks` as they are sent
record Drawn(String json) {

  static Drawn of(Post post) {
    return new Drawn(SlackCards.blocks(post));
  }

  List<JsonObject> blocks() {
    return objects(JsonParser.parseString(json).getAsJsonArray());
  }

  List<String> types() {
    return blocks().stream().map(block -> block.get("type").getAsString()).toList();
  }

  /// Everything that can be read, apart from the buttons.
  String text() {
    var text = new StringBuilder();
    blocks().stream().forEach(block -> read(block, text));
    return text.toString();
  }

  List<JsonObject> buttons() {
    return blocks().stream()
        .filter(block -> block.get("type").getAsString().equals("actions"))
        .flatMap(block -> objects(block.getAsJsonArray("elements")).stream())
        .filter(element -> element.get("type").getAsString().equals("button"))
        .toList();
  }

  List<String> labels() {
    return buttons().stream()
        .map(button -> button.getAsJsonObject("text").get("text").getAsString())
        .toList();
  }

  /// The labels of the entries behind a card's menu.
  List<String> more() {
    return all("overflow").stream()
        .flatMap(menu -> objects(menu.getAsJsonArray("options")).stream())
        .map(option -> option.getAsJsonObject("text").get("text").getAsString())
        .toList();
  }

  /// The moments that are shown in the reader's time zone.
  List<Instant> moments() {
    return all("date").stream()
        .map(date -> Instant.ofEpochSecond(date.get("timestamp").getAsLong()))
        .toList();
  }

  /// Every object of a type, however deep.
  List<JsonObject> all(String type) {
    var found = new ArrayList<JsonObject>();
    collect(JsonParser.parseString(json), type, found);
    return found;
  }

  private static void read(JsonObject block, StringBuilder text) {
    if (block.get("type").getAsString().equals("button")) {
      return;
    }
    if (block.get("fallback") instanceof JsonPrimitive words) {
      text.append(words.getAsString());
    }
    if (block.get("placeholder") instanceof JsonObject placeholder) {
      read(placeholder, text);
    }
    if (block.get("text") instanceof JsonPrimitive own) {
      text.append(own.getAsString());
    }
    if (block.get("elements") instanceof JsonArray elements) {
      objects(elements).forEach(element -> read(element, text));
    }
    if (!block.get("type").getAsString().equals("text")) {
      text.append('\n');
    }
  }

  private static void collect(JsonElement json, String type, List<JsonObject> found) {
    if (json instanceof JsonArray array) {
      array.forEach(element -> collect(element, type, found));
    } else if (json instanceof JsonObject object) {
      if (object.has("type") && object.get("type").getAsString().equals(type)) {
        found.add(object);
      }
      object.asMap().values().forEach(element -> collect(element, type, found));
    }
  }

  private static List<JsonObject> objects(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }
}
