package dev.tiller.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;

/// The payloads in `src/test/resources/slack`.
final class Fixtures {

  private Fixtures() {}

  static JsonObject payload(String name) {
    try (var file = Fixtures.class.getResourceAsStream("/slack/" + name + ".json")) {
      var bytes = Objects.requireNonNull(file, name).readAllBytes();
      return JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A payload with its `event` changed.
  static JsonObject event(String name, Consumer<JsonObject> change) {
    var payload = payload(name);
    change.accept(payload.getAsJsonObject("event"));
    return payload;
  }

  /// The click of `block_actions.json` on another button.
  static JsonObject clickOn(String actionId) {
    var payload = payload("block_actions");
    payload.getAsJsonArray("actions").get(0).getAsJsonObject().addProperty("action_id", actionId);
    return payload;
  }
}
