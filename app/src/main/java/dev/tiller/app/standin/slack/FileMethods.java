package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.slack.SlackWorld.Channel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `files.info`, `files.getUploadURLExternal`, `files.completeUploadExternal`. What is not known of
/// the real ones is refused.
final class FileMethods {

  /// The largest file that this stand-in takes.
  static final int LARGEST = 16 << 20;

  private static final int LONGEST_DESCRIPTION = 1_000;

  private final SlackFiles files;
  private final SlackStore store;
  private final SlackEvents events;
  private final SlackOutbox outbox;

  FileMethods(SlackFiles files, SlackStore store, SlackEvents events, SlackOutbox outbox) {
    this.files = files;
    this.store = store;
    this.events = events;
    this.outbox = outbox;
  }

  Map<String, SlackApi.Method> all() {
    return Map.of(
        "files.info", this::info,
        "files.getUploadURLExternal", this::announce,
        "files.completeUploadExternal", this::complete);
  }

  private ObjectNode info(SlackArguments arguments) {
    var file =
        files.info(arguments.required("file")).orElseThrow(() -> new SlackError("file_not_found"));
    return object("file", file);
  }

  private ObjectNode announce(SlackArguments arguments) {
    var name = arguments.required("filename");
    var length = arguments.number("length", 0);
    var description = arguments.text("alt_txt");
    if (length <= 0) {
      throw new SlackError("missing_argument");
    }
    if (length > LARGEST) {
      throw new SlackError("file_upload_size_restricted");
    }
    if (description.filter(text -> text.length() > LONGEST_DESCRIPTION).isPresent()) {
      throw new SlackError("alt_txt_too_large");
    }
    var announced = files.announce(name, length, description);
    return object("upload_url", announced.uploadUrl(), "file_id", announced.file().id());
  }

  /// Shares files as one message; without a channel they stay private.
  private ObjectNode complete(SlackArguments arguments) {
    var titles = titles(arguments);
    var blocks = MessageBlocks.of(arguments);
    var channel = arguments.text("channel_id").map(FileMethods::channel);
    var thread = arguments.text("thread_ts");
    channel.ifPresent(place -> thread.ifPresent(root -> store.checkRoot(place.id(), root)));
    var shared = files.share(titles).stream().map(files::json).toList();
    channel.ifPresent(
        place -> post(place, thread, shared, arguments.text("initial_comment"), blocks));
    return object("files", shared);
  }

  private void post(
      Channel channel,
      Optional<String> thread,
      List<ObjectNode> shared,
      Optional<String> comment,
      Optional<ArrayNode> blocks) {
    var shownBlocks = comment.isPresent() ? Optional.<ArrayNode>empty() : blocks;
    var text = comment.map(SlackText::sent).or(() -> shownBlocks.map(FileMethods::text)).orElse("");
    var message =
        SlackMessage.of(channel.id(), store.nextTs(), thread, SlackWorld.TILLER, text)
            .withContent(text, shownBlocks)
            .sharing(shared);
    store.add(message);
    outbox.deliver(message.ts(), events.posted(message));
  }

  /// What blocks say, for people without blocks.
  private static String text(ArrayNode blocks) {
    return SlackText.escape(String.join(" ", blocks.findValuesAsText("text")));
  }

  private static Channel channel(String id) {
    return SlackWorld.channel(id).orElseThrow(() -> new SlackError("channel_not_found"));
  }

  private static Map<String, String> titles(SlackArguments arguments) {
    arguments.required("files");
    var given = arguments.json("files", "invalid_arguments").orElseThrow();
    var titles = new LinkedHashMap<String, String>();
    for (JsonNode file : given) {
      titles.put(file.path("id").asText(), file.path("title").asText());
    }
    if (!given.isArray() || titles.isEmpty() || titles.containsKey("")) {
      throw new SlackError("invalid_arguments", List.of("[ERROR] files needs objects with an id"));
    }
    return titles;
  }
}
