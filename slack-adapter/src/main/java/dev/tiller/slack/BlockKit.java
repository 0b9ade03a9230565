package dev.tiller.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/// The pieces of Slack's Block Kit that Tiller uses, as JSON. None of them reads markup.
final class BlockKit {

  private BlockKit() {}

  /// A composition object for labels and small print.
  static JsonObject plainText(String text) {
    var object = typed("plain_text");
    object.addProperty("text", text);
    object.addProperty("emoji", false);
    return object;
  }

  static JsonObject richText(List<JsonObject> elements) {
    return containing("rich_text", elements);
  }

  /// A line of small print.
  static JsonObject context(String text) {
    return containing("context", List.of(plainText(text)));
  }

  /// A line, or several, of rich text.
  static JsonObject section(List<JsonObject> content) {
    return containing("rich_text_section", content);
  }

  /// A piece of rich text; Slack refuses an empty one.
  static JsonObject text(String text) {
    var element = typed("text");
    element.addProperty("text", text);
    return element;
  }

  /// A piece of rich text that leads somewhere.
  static JsonObject link(URI url, String text) {
    var element = typed("link");
    element.addProperty("url", url.toString());
    element.addProperty("text", text);
    return element;
  }

  /// A moment as the reader's own clock shows it.
  ///
  /// @param fallback the same in words, for clients that cannot show it
  static JsonObject date(Instant moment, String fallback) {
    var element = typed("date");
    element.addProperty("timestamp", moment.getEpochSecond());
    element.addProperty("format", "{date_short_pretty}, {time}");
    element.addProperty("fallback", fallback);
    return element;
  }

  static JsonObject bold(String text) {
    var style = new JsonObject();
    style.addProperty("bold", true);
    var element = text(text);
    element.add("style", style);
    return element;
  }

  static JsonObject emoji(String name) {
    var element = typed("emoji");
    element.addProperty("name", name);
    return element;
  }

  /// A mention, which notifies.
  static JsonObject user(String id) {
    var element = typed("user");
    element.addProperty("user_id", id);
    return element;
  }

  /// Any block or element that holds others in `elements`.
  static JsonObject containing(String type, List<? extends JsonElement> elements) {
    var element = typed(type);
    element.add("elements", array(elements));
    return element;
  }

  static JsonObject typed(String type) {
    var object = new JsonObject();
    object.addProperty("type", type);
    return object;
  }

  static JsonArray array(List<? extends JsonElement> elements) {
    var array = new JsonArray();
    elements.forEach(array::add);
    return array;
  }
}
