package dev.tiller.app.standin.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.slack.SlackWorld.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A message as the stand-in keeps it.
///
/// @param ts id and time, seconds with six decimals; unique in the workspace
/// @param thread the `ts` of the thread's first message; empty for messages of the main line
/// @param text in Slack's markup, escaped
/// @param edited when it was edited last, as a `ts`, if that shows
/// @param reactions users by emoji name, in the order they came
/// @param onlyFor the one person who sees it, for ephemeral messages
/// @param files what it shares, as file objects of the Web API
record SlackMessage(
    String channel,
    String ts,
    Optional<String> thread,
    User author,
    String text,
    Optional<ArrayNode> blocks,
    Optional<JsonNode> metadata,
    Optional<String> edited,
    Map<String, List<String>> reactions,
    Optional<String> onlyFor,
    List<ObjectNode> files) {

  static SlackMessage of(
      String channel, String ts, Optional<String> thread, User author, String text) {
    return new SlackMessage(
        channel,
        ts,
        thread,
        author,
        text,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        List.of());
  }

  /// The `ts` of the thread's first message, its own when it is that.
  String root() {
    return thread.orElse(ts);
  }

  SlackMessage withContent(String newText, Optional<ArrayNode> newBlocks) {
    return new SlackMessage(
        channel, ts, thread, author, newText, newBlocks, metadata, edited, reactions, onlyFor,
        files);
  }

  SlackMessage withMetadata(Optional<JsonNode> other) {
    return new SlackMessage(
        channel, ts, thread, author, text, blocks, other, edited, reactions, onlyFor, files);
  }

  SlackMessage withEdited(Optional<String> at) {
    return new SlackMessage(
        channel, ts, thread, author, text, blocks, metadata, at, reactions, onlyFor, files);
  }

  SlackMessage seenOnlyBy(String person) {
    return new SlackMessage(
        channel,
        ts,
        thread,
        author,
        text,
        blocks,
        metadata,
        edited,
        reactions,
        Optional.of(person),
        files);
  }

  SlackMessage sharing(List<ObjectNode> shared) {
    return new SlackMessage(
        channel,
        ts,
        thread,
        author,
        text,
        blocks,
        metadata,
        edited,
        reactions,
        onlyFor,
        List.copyOf(shared));
  }

  SlackMessage withReaction(String emoji, String user) {
    var more = new LinkedHashMap<>(reactions);
    var users = new ArrayList<>(more.getOrDefault(emoji, List.of()));
    users.add(user);
    more.put(emoji, List.copyOf(users));
    return withReactions(more);
  }

  SlackMessage withoutReaction(String emoji, String user) {
    var fewer = new LinkedHashMap<>(reactions);
    var users = new ArrayList<>(fewer.getOrDefault(emoji, List.of()));
    users.remove(user);
    if (users.isEmpty()) {
      fewer.remove(emoji);
    } else {
      fewer.put(emoji, List.copyOf(users));
    }
    return withReactions(fewer);
  }

  boolean hasReaction(String emoji, String user) {
    return reactions.getOrDefault(emoji, List.of()).contains(user);
  }

  private SlackMessage withReactions(Map<String, List<String>> others) {
    return new SlackMessage(
        channel, ts, thread, author, text, blocks, metadata, edited, others, onlyFor, files);
  }
}
