package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatPlatform.Found;
import dev.tiller.core.chat.MessageRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Finds messages again whose posting was cut off: each carries its key as metadata (Slack,
/// "Message metadata", 2026).
final class SlackLost {

  private static final String EVENT_TYPE = "tiller_post";
  private static final int PAGE = 200;
  private static final int MOST_PAGES = 10;

  private final SlackApi api;

  SlackLost(SlackApi api) {
    this.api = api;
  }

  /// The metadata of the message with this key, as JSON.
  static String metadata(String key) {
    var payload = new JsonObject();
    payload.addProperty("key", key);
    var metadata = new JsonObject();
    metadata.addProperty("event_type", EVENT_TYPE);
    metadata.add("event_payload", payload);
    return metadata.toString();
  }

  Found find(Address to, String key) {
    var arguments = new LinkedHashMap<String, String>();
    arguments.put("channel", to.thread().channel());
    arguments.put("include_all_metadata", "true");
    arguments.put("limit", String.valueOf(PAGE));
    for (int page = 0; page < MOST_PAGES; page++) {
      var reply = read(to, arguments);
      var found = reply.messages().stream().filter(one -> isNamed(one, key)).findFirst();
      if (found.isPresent()) {
        return Json.text(found.get(), "ts")
            .<Found>map(ts -> new Found.Here(new MessageRef(ts)))
            .orElseGet(Found.CannotTell::new);
      }
      var cursor = reply.nextCursor();
      if (cursor.isEmpty()) {
        return new Found.Absent();
      }
      arguments.put("cursor", cursor.get());
    }
    return new Found.CannotTell();
  }

  private SlackReply read(Address to, Map<String, String> arguments) {
    if (SlackPlaces.isMainLine(to)) {
      return api.call("conversations.history", arguments);
    }
    arguments.put("ts", to.thread().root());
    return api.call("conversations.replies", arguments);
  }

  private static boolean isNamed(JsonObject message, String key) {
    var metadata = Json.object(message, "metadata");
    return Json.text(metadata, "event_type").equals(Optional.of(EVENT_TYPE))
        && Json.text(Json.object(metadata, "event_payload"), "key").equals(Optional.of(key));
  }
}
