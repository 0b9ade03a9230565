package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.slack.SlackWorld.Channel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `conversations.replies`, `.history`, `.info`, `.open`.
final class ConversationMethods {

  private final SlackStore store;

  ConversationMethods(SlackStore store) {
    this.store = store;
  }

  Map<String, SlackApi.Method> all() {
    return Map.of(
        "conversations.replies", this::replies,
        "conversations.history", this::history,
        "conversations.info", arguments -> object("channel", SlackJson.channel(channel(arguments))),
        "conversations.open", this::open);
  }

  /// A thread, oldest first; its first message stands on every page.
  private ObjectNode replies(SlackArguments arguments) {
    var channel = channel(arguments);
    var root = arguments.required("ts");
    var thread = store.thread(channel.id(), root);
    if (thread.isEmpty()) {
      throw new SlackError("thread_not_found");
    }
    var first = thread.stream().filter(message -> message.ts().equals(root)).toList();
    var rest = thread.stream().filter(message -> !message.ts().equals(root)).toList();
    return page(arguments, first, within(arguments, rest), 1000);
  }

  /// The main line, newest first.
  private ObjectNode history(SlackArguments arguments) {
    var channel = channel(arguments).id();
    return page(arguments, List.of(), within(arguments, store.line(channel)).reversed(), 100);
  }

  private ObjectNode open(SlackArguments arguments) {
    var channel =
        arguments
            .text("channel")
            .flatMap(SlackWorld::channel)
            .or(() -> arguments.text("users").flatMap(SlackWorld::directChannel))
            .orElseThrow(() -> new SlackError("user_not_found"));
    var json =
        arguments.flag("return_im") ? SlackJson.channel(channel) : object("id", channel.id());
    return object("no_op", true, "already_open", true, "channel", json);
  }

  private static List<SlackMessage> within(SlackArguments arguments, List<SlackMessage> messages) {
    var oldest = arguments.text("oldest").orElse("");
    var latest = arguments.text("latest").orElse("~");
    boolean inclusive = arguments.flag("inclusive");
    return messages.stream()
        .filter(message ->
            (message.ts().compareTo(oldest) > 0 && message.ts().compareTo(latest) < 0)
                || (inclusive && (message.ts().equals(oldest) || message.ts().equals(latest))))
        .toList();
  }

  private ObjectNode page(
      SlackArguments arguments, List<SlackMessage> first, List<SlackMessage> rest, int most) {
    boolean metadata = arguments.flag("include_all_metadata");
    int from =
        Math.min(
            arguments.text("cursor").map(ConversationMethods::position).orElse(0), rest.size());
    int to = Math.min(from + Math.max(1, arguments.number("limit", most)), rest.size());
    var shown = new ArrayList<>(first);
    shown.addAll(rest.subList(from, to));
    var messages = shown.stream().map(message -> listed(message, metadata)).toList();
    boolean more = to < rest.size();
    return object(
        "messages",
        Json.array(messages),
        "has_more",
        more,
        "response_metadata",
        more ? Optional.of(object("next_cursor", cursor(to))) : Optional.empty());
  }

  private ObjectNode listed(SlackMessage message, boolean metadata) {
    return SlackJson.listed(message, store.thread(message.channel(), message.root()), metadata);
  }

  private static String cursor(int position) {
    return Base64.getEncoder()
        .encodeToString(("next:" + position).getBytes(StandardCharsets.UTF_8));
  }

  private static int position(String cursor) {
    try {
      var text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
      return Integer.parseUnsignedInt(text.substring("next:".length()));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw new SlackError("invalid_cursor");
    }
  }

  private static Channel channel(SlackArguments arguments) {
    return SlackWorld.channel(arguments.required("channel"))
        .orElseThrow(() -> new SlackError("channel_not_found"));
  }
}
