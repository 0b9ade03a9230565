package dev.tiller.app.standin.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Ids;
import dev.tiller.app.standin.schema.Problems;
import java.util.Optional;
import java.util.Set;

/// The blocks of a message that an app sends.
final class MessageBlocks {

  /// How many characters all blocks together may have; undocumented (slackapi/bolt-js issue 2509).
  private static final int LONGEST = 13_200;

  /// Fields whose values nobody reads.
  private static final Set<String> SILENT = Set.of("type", "style", "action_id", "block_id");

  private MessageBlocks() {}

  /// The blocks of a call, with the ids that Slack fills in; empty when there are none.
  ///
  /// @throws SlackError when Slack would not have them
  static Optional<ArrayNode> of(SlackArguments arguments) {
    var given = arguments.json("blocks", "invalid_blocks_format");
    given.ifPresent(MessageBlocks::check);
    return given.filter(blocks -> !blocks.isEmpty()).map(MessageBlocks::withIds);
  }

  private static void check(JsonNode blocks) {
    if (!blocks.isArray()) {
      throw new SlackError("invalid_blocks_format");
    }
    var problems = Problems.of(BlockRules.MESSAGE, blocks, "/blocks");
    if (!problems.isEmpty()) {
      throw SlackError.of("invalid_blocks", problems);
    }
    if (length(blocks) > LONGEST) {
      throw new SlackError("msg_blocks_too_long");
    }
  }

  /// A copy in which every block has an id, and so has every element that a person can use.
  static ArrayNode withIds(JsonNode blocks) {
    var copy = blocks.<ArrayNode>deepCopy();
    for (JsonNode block : copy) {
      fill((ObjectNode) block, "block_id");
      if (block.path("type").asText().equals("actions")) {
        block.path("elements").forEach(element -> fill((ObjectNode) element, "action_id"));
      }
      for (String single : Set.of("accessory", "element")) {
        if (block.path(single) instanceof ObjectNode element
            && !element.path("type").asText().equals("image")) {
          fill(element, "action_id");
        }
      }
    }
    return copy;
  }

  private static void fill(ObjectNode object, String field) {
    if (!object.has(field)) {
      object.put(field, Ids.random("", 5));
    }
  }

  private static int length(JsonNode value) {
    if (value.isTextual()) {
      return value.asText().length();
    }
    if (value.isArray()) {
      return value.valueStream().mapToInt(MessageBlocks::length).sum();
    }
    return value.properties().stream()
        .filter(field -> !SILENT.contains(field.getKey()))
        .mapToInt(field -> length(field.getValue()))
        .sum();
  }
}
