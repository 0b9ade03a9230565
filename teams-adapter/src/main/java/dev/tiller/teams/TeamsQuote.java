package dev.tiller.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.bot.schema.Activity;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The message that another one quotes. Teams says so in one of four ways: by an entity
/// `quotedReply`, by an attachment `messageReference` (Graph, `chatMessage`), by a `blockquote` in
/// the copy in HTML (`itemtype` `http://schema.skype.com/Reply`), and in chats by `replyToId`,
/// which in a channel only names the thread.
final class TeamsQuote {

  private static final Pattern ID = Pattern.compile("\\d{1,19}");
  private static final Pattern MARK =
      Pattern.compile("<quoted\\s[^<>]{0,200}?/>[ \\u00a0]*(?:\\r?\\n)?");
  private static final Pattern REPLY =
      Pattern.compile(
          "(<blockquote\\b[^<>]{0,400}?\\bschema\\.skype\\.com/Reply\"[^<>]{0,400}>)"
              + "((?:(?!</blockquote>).){0,20000})</blockquote>",
          Pattern.DOTALL);
  private static final Pattern ITEM = Pattern.compile("\\bitemid=\"(\\d{1,19})\"");

  private TeamsQuote() {}

  /// A message without what it quotes.
  ///
  /// @param html the copy in HTML; absent when there was none
  record Own(String text, Optional<String> html) {}

  /// What is quoted; empty when that is nothing, or several messages.
  static Optional<MessageRef> answered(Activity activity, Place place) {
    return Stream.of(
            entities(activity), references(activity), blocks(activity), reply(activity, place))
        .filter(ids -> !ids.isEmpty())
        .findFirst()
        .filter(ids -> ids.size() == 1)
        .map(ids -> new MessageRef(ids.getFirst()));
  }

  static Own own(Activity activity, String text, Optional<String> html) {
    var rest = entities(activity).isEmpty() ? text : MARK.matcher(text).replaceAll("");
    for (var quoted : html.map(TeamsQuote::quotes).orElse(List.of())) {
      int end = TeamsCode.after(rest, quoted.group(2));
      rest = end == 0 ? rest : rest.substring(end).stripLeading();
    }
    return new Own(rest, html.map(copy -> REPLY.matcher(copy).replaceAll("")));
  }

  private static List<MatchResult> quotes(String html) {
    return html.contains("<blockquote") ? REPLY.matcher(html).results().toList() : List.of();
  }

  private static List<String> entities(Activity activity) {
    return ids(
        Optional.ofNullable(activity.getEntities()).orElse(List.of()).stream()
            .filter(entity -> "quotedReply".equalsIgnoreCase(entity.getType()))
            .map(entity -> TeamsActivity.tree(entity.getProperties().get("quotedReply")))
            .filter(quoted -> !quoted.path("isReplyDeleted").asBoolean())
            .map(quoted -> quoted.path("messageId").asText()));
  }

  private static List<String> references(Activity activity) {
    return ids(
        Optional.ofNullable(activity.getAttachments()).orElse(List.of()).stream()
            .filter(attachment -> "messageReference".equals(attachment.getContentType()))
            .map(attachment -> content(TeamsActivity.tree(attachment.getContent())))
            .map(content -> content.path("messageId").asText()));
  }

  private static List<String> blocks(Activity activity) {
    return ids(
        TeamsText.html(activity).map(TeamsQuote::quotes).orElse(List.of()).stream()
            .flatMap(quoted -> ITEM.matcher(quoted.group(1)).results())
            .map(item -> item.group(1)));
  }

  private static List<String> reply(Activity activity, Place place) {
    return place == Place.CHANNEL ? List.of() : ids(Stream.ofNullable(activity.getReplyToId()));
  }

  private static List<String> ids(Stream<String> told) {
    return told.filter(id -> ID.matcher(id).matches()).distinct().toList();
  }

  /// A reference's content, which may come as an object or as its text.
  private static JsonNode content(JsonNode content) {
    if (!content.isTextual()) {
      return content;
    }
    try {
      return TeamsJson.MAPPER.readTree(content.asText());
    } catch (JsonProcessingException malformed) {
      return MissingNode.getInstance();
    }
  }
}
