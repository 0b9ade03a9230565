package dev.tiller.app.playground;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.PlatformView;
import java.util.List;
import java.util.Locale;

/// The JSON that the page reads.
final class StateJson {

  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private StateJson() {}

  /// Everything but the traffic.
  static String state(long version, List<PlatformView> platforms, CursorState cursor) {
    var root = JSON.createObjectNode().put("version", version);
    var array = root.putArray("platforms");
    platforms.forEach(view -> array.add(platform(view)));
    root.set("cursor", JSON.valueToTree(cursor));
    return write(root);
  }

  private static ObjectNode platform(PlatformView view) {
    ObjectNode node = JSON.valueToTree(view);
    for (JsonNode channel : node.get("channels")) {
      var kind = channel.get("kind").asText().toLowerCase(Locale.ROOT);
      ((ObjectNode) channel).put("kind", kind);
    }
    return node;
  }

  static String traffic(List<Traffic.Entry> entries, long after) {
    var root = JSON.createObjectNode();
    root.set("entries", JSON.valueToTree(entries));
    root.put("last", entries.isEmpty() ? after : entries.getLast().n());
    return write(root);
  }

  static String write(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("state that cannot be written", e);
    }
  }
}
