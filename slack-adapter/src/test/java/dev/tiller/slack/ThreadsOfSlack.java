package dev.tiller.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tiller.slack.RecordingSlack.Answer;
import dev.tiller.slack.RecordingSlack.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The little of Slack's memory that the contract needs: one channel, its threads, their messages,
/// and direct chats with people.
final class ThreadsOfSlack implements Function<Call, Answer> {

  static final String CHANNEL = "C0WEB";

  /// A person with a direct chat, and their chat.
  static final String PERSON = "U0ANN";

  static final String DIRECT = "D0ANN";

  private final Map<String, JsonObject> messages = new LinkedHashMap<>();
  private final FilesOfSlack files;
  private int count;

  ThreadsOfSlack(FilesOfSlack files) {
    this.files = files;
  }

  /// A person begins a thread; its id.
  synchronized String begin() {
    return keep(new JsonObject());
  }

  /// The bot's messages in a thread.
  synchronized List<JsonObject> replies(String root) {
    return messages.values().stream()
        .filter(message -> Json.text(message, "thread_ts").filter(root::equals).isPresent())
        .toList();
  }

  /// The bot's messages in the main line of the direct chat.
  synchronized List<JsonObject> line() {
    return messages.values().stream()
        .filter(message -> Json.text(message, "channel").filter(DIRECT::equals).isPresent())
        .filter(message -> !message.has("thread_ts"))
        .toList();
  }

  @Override
  public synchronized Answer apply(Call call) {
    if (call.method().equals("files.getUploadURLExternal")) {
      return files.ticket(call);
    }
    if (call.method().equals("conversations.open")) {
      return call.argument("users").equals(PERSON)
          ? Answer.json("{\"ok\":true,\"channel\":{\"id\":\"" + DIRECT + "\"}}")
          : Answer.error("user_not_found");
    }
    var channel = call.argument("channel") + call.argument("channel_id");
    if (!channel.equals(CHANNEL) && !channel.equals(DIRECT)) {
      return Answer.error("channel_not_found");
    }
    return switch (call.method()) {
      case "files.completeUploadExternal" -> share(call);
      case "chat.postMessage" -> Answer.json(done(keep(messageOf(call))));
      case "chat.update" -> update(call);
      case "conversations.replies" -> listed(replies(call.argument("ts")));
      case "conversations.history" -> listed(line());
      case "reactions.add", "reactions.remove" -> Answer.ok();
      default -> Answer.error("unknown_method");
    };
  }

  private Answer share(Call call) {
    var shared = JsonParser.parseString(call.argument("files")).getAsJsonArray();
    for (var file : shared) {
      if (files.complete(file.getAsJsonObject().get("id").getAsString()).isEmpty()) {
        return Answer.error("file_not_found");
      }
    }
    var message = messageOf(call);
    message.add("files", shared);
    keep(message);
    return Answer.json("{\"ok\":true,\"files\":" + shared + "}");
  }

  private Answer update(Call call) {
    var message = messages.get(call.argument("ts"));
    if (message == null) {
      return Answer.error("message_not_found");
    }
    messageOf(call).asMap().forEach(message::add);
    return Answer.json(done(call.argument("ts")));
  }

  private static Answer listed(List<JsonObject> messages) {
    var found = new JsonArray();
    messages.forEach(found::add);
    var answer = new JsonObject();
    answer.addProperty("ok", true);
    answer.add("messages", found);
    return Answer.json(answer.toString());
  }

  private static JsonObject messageOf(Call call) {
    var message = new JsonObject();
    for (var name : List.of("channel", "thread_ts", "text")) {
      if (!call.argument(name).isEmpty()) {
        message.addProperty(name, call.argument(name));
      }
    }
    for (var name : List.of("blocks", "metadata")) {
      if (!call.argument(name).isEmpty()) {
        message.add(name, JsonParser.parseString(call.argument(name)));
      }
    }
    return message;
  }

  private String keep(JsonObject message) {
    var ts = "1763800000.%06d".formatted(++count);
    message.addProperty("ts", ts);
    messages.put(ts, message);
    return ts;
  }

  private static String done(String ts) {
    return "{\"ok\":true,\"channel\":\"" + CHANNEL + "\",\"ts\":\"" + ts + "\"}";
  }
}
