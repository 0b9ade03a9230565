package dev.tiller.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.Serialization;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the body of a request as an activity (Bot Framework activity schema 3.0).
final class TeamsActivity {

  /// What the bot looks at. The rest is dropped before the SDK's type is made, so that a new value
  /// in a field that nobody needs cannot make a message unreadable.
  private static final List<String> USED =
      List.of(
          "type",
          "id",
          "timestamp",
          "name",
          "serviceUrl",
          "channelId",
          "from",
          "recipient",
          "conversation",
          "text",
          "entities",
          "attachments",
          "channelData",
          "value",
          "reactionsAdded",
          "membersAdded",
          "membersRemoved",
          "action",
          "replyToId");

  private static final DateTimeFormatter NANOSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSSXXX", Locale.ROOT);

  private TeamsActivity() {}

  /// Empty when the bytes are no activity. Jackson's own limits bound depth and lengths.
  static Optional<Activity> parse(byte[] body) {
    try {
      return TeamsJson.MAPPER.readTree(body) instanceof ObjectNode node
          ? Optional.ofNullable(Serialization.treeToValue(used(node), Activity.class))
              .filter(activity -> activity.getType() != null)
          : Optional.empty();
    } catch (IOException malformed) {
      return Optional.empty();
    }
  }

  /// Attachments of a shape that the SDK cannot read are dropped: the message counts without them.
  private static ObjectNode used(ObjectNode node) {
    var used = node.retain(USED);
    var time = time(used.path("timestamp").asText());
    used.remove("timestamp");
    time.ifPresent(its -> used.put("timestamp", its));
    if (!used.has("attachments")) {
      return used;
    }
    var readable = used.arrayNode();
    used.path("attachments")
        .forEach(one -> {
          if (isReadable(one)) {
            readable.add(one);
          }
        });
    return used.set("attachments", readable);
  }

  /// With nine digits, since the SDK takes the fraction of a second for nanoseconds.
  private static Optional<String> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).format(NANOSECONDS));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean isReadable(JsonNode attachment) {
    return attachment.isObject() && Serialization.treeToValue(attachment, Attachment.class) != null;
  }

  /// A part that the SDK leaves untyped, such as `value`; a missing node when it is absent.
  static JsonNode tree(@Nullable Object part) {
    return part == null ? MissingNode.getInstance() : Serialization.objectToTree(part);
  }
}
