package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.slack.SlackWorld.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `chat.postMessage`, `chat.update`, `chat.delete`, `chat.postEphemeral`.
final class ChatMethods {

  private static final int LONGEST_TEXT = 40_000;
  private static final int LONGEST_UPDATE = 4_000;

  private final SlackStore store;
  private final SlackEvents events;
  private final SlackOutbox outbox;

  ChatMethods(SlackStore store, SlackEvents events, SlackOutbox outbox) {
    this.store = store;
    this.events = events;
    this.outbox = outbox;
  }

  Map<String, SlackApi.Method> all() {
    return Map.of(
        "chat.postMessage", this::post,
        "chat.update", this::update,
        "chat.delete", this::delete,
        "chat.postEphemeral", this::postEphemeral);
  }

  private ObjectNode post(SlackArguments arguments) {
    var message = compose(arguments, channel(arguments));
    store.add(message);
    outbox.deliver(message.ts(), events.posted(message));
    return object(
        "channel", message.channel(),
        "ts", message.ts(),
        "message", SlackJson.withMetadata(message));
  }

  private ObjectNode postEphemeral(SlackArguments arguments) {
    var channel = channel(arguments);
    var person =
        SlackWorld.person(arguments.required("user"))
            .filter(user -> channel.includes(user.id()))
            .orElseThrow(() -> new SlackError("user_not_in_channel"));
    var message = compose(arguments, channel).seenOnlyBy(person.id());
    store.add(message);
    return object("message_ts", message.ts());
  }

  private SlackMessage compose(SlackArguments arguments, Channel channel) {
    var text = arguments.text("text").map(SlackText::sent).orElse("");
    var blocks = MessageBlocks.of(arguments);
    if (text.isEmpty() && blocks.isEmpty()) {
      throw new SlackError("no_text");
    }
    var thread = arguments.text("thread_ts");
    thread.ifPresent(root -> store.checkRoot(channel.id(), root));
    var metadata = metadata(arguments).filter(given -> !given.isEmpty());
    return SlackMessage.of(channel.id(), store.nextTs(), thread, SlackWorld.TILLER, cut(text))
        .withContent(cut(text), blocks)
        .withMetadata(metadata);
  }

  private ObjectNode update(SlackArguments arguments) {
    var channel = channel(arguments);
    var text = arguments.text("text").map(SlackText::sent);
    if (text.filter(given -> given.length() > LONGEST_UPDATE).isPresent()) {
      throw new SlackError("msg_too_long");
    }
    var blocks = MessageBlocks.of(arguments);
    if (text.isEmpty() && blocks.isEmpty()) {
      throw new SlackError("no_text");
    }
    var metadata = metadata(arguments);
    var change =
        store.change(
            channel.id(),
            arguments.required("ts"),
            message -> rewrite(own(message, "cant_update_message"), text, blocks, metadata));
    outbox.deliver(change.after().ts(), events.edited(change));
    return object(
        "channel", channel.id(),
        "ts", change.after().ts(),
        "text", change.after().text(),
        "message", SlackJson.withMetadata(change.after()));
  }

  /// Text without blocks takes blocks away and shows as an edit; blocks do neither.
  private SlackMessage rewrite(
      SlackMessage message,
      Optional<String> text,
      Optional<ArrayNode> blocks,
      Optional<JsonNode> metadata) {
    var rewritten = message.withContent(text.orElse(message.text()), blocks);
    if (blocks.isEmpty()) {
      rewritten = rewritten.withEdited(Optional.of(store.nextTs()));
    }
    return metadata.isEmpty()
        ? rewritten
        : rewritten.withMetadata(metadata.filter(given -> !given.isEmpty()));
  }

  private ObjectNode delete(SlackArguments arguments) {
    var channel = channel(arguments);
    var message =
        store
            .find(channel.id(), arguments.required("ts"))
            .orElseThrow(() -> new SlackError("message_not_found"));
    var deleted = events.deleted(own(message, "cant_delete_message"));
    store.remove(message.ts());
    outbox.deliver(message.ts(), deleted);
    return object("channel", channel.id(), "ts", message.ts());
  }

  private static SlackMessage own(SlackMessage message, String otherwise) {
    if (!message.author().equals(SlackWorld.TILLER)) {
      throw new SlackError(otherwise);
    }
    return message;
  }

  /// A channel by its id, by its name, or by the person whose direct channel it is.
  private static Channel channel(SlackArguments arguments) {
    var given = arguments.required("channel");
    return SlackWorld.channel(given)
        .or(() -> SlackWorld.directChannel(given))
        .or(() -> SlackWorld.namedChannel(given))
        .orElseThrow(() -> new SlackError("channel_not_found"));
  }

  private static Optional<JsonNode> metadata(SlackArguments arguments) {
    var metadata = arguments.json("metadata", "invalid_metadata_format");
    metadata
        .filter(given -> !given.isEmpty())
        .ifPresent(given -> {
          if (given.path("event_type").asText().isEmpty()
              || !given.path("event_payload").isObject()) {
            throw new SlackError(
                "invalid_metadata_format",
                List.of("[ERROR] metadata needs event_type and event_payload"));
          }
        });
    return metadata;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }
}
