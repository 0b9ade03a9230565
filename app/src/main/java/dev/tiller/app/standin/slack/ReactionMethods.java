package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// `reactions.add`, `reactions.remove`, `reactions.get`, by the bot.
final class ReactionMethods {

  private static final Pattern EMOJI = Pattern.compile("[a-z0-9_+'-]{1,100}(?:::skin-tone-[2-6])?");

  private final SlackStore store;

  ReactionMethods(SlackStore store) {
    this.store = store;
  }

  Map<String, SlackApi.Method> all() {
    return Map.of(
        "reactions.add", this::add, "reactions.remove", this::remove, "reactions.get", this::get);
  }

  private ObjectNode add(SlackArguments arguments) {
    var emoji = emoji(arguments);
    return change(
        arguments,
        message -> {
          if (message.hasReaction(emoji, SlackWorld.TILLER.id())) {
            throw new SlackError("already_reacted");
          }
          return message.withReaction(emoji, SlackWorld.TILLER.id());
        });
  }

  private ObjectNode remove(SlackArguments arguments) {
    var emoji = emoji(arguments);
    return change(
        arguments,
        message -> {
          if (!message.hasReaction(emoji, SlackWorld.TILLER.id())) {
            throw new SlackError("no_reaction");
          }
          return message.withoutReaction(emoji, SlackWorld.TILLER.id());
        });
  }

  private ObjectNode get(SlackArguments arguments) {
    var message =
        store
            .find(channel(arguments), arguments.required("timestamp"))
            .orElseThrow(() -> new SlackError("message_not_found"));
    return object(
        "type", "message",
        "channel", message.channel(),
        "message", SlackJson.message(message));
  }

  private ObjectNode change(SlackArguments arguments, UnaryOperator<SlackMessage> change) {
    store.change(channel(arguments), arguments.required("timestamp"), change);
    return object();
  }

  private static String channel(SlackArguments arguments) {
    return SlackWorld.channel(arguments.required("channel"))
        .orElseThrow(() -> new SlackError("channel_not_found"))
        .id();
  }

  private static String emoji(SlackArguments arguments) {
    var name = arguments.required("name");
    if (!EMOJI.matcher(name).matches()) {
      throw new SlackError("invalid_name");
    }
    return name;
  }
}
