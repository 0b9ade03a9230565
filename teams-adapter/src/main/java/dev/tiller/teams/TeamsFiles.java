package dev.tiller.teams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.core.chat.Attachment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Reads the files on a message (Bot Framework, "Send and receive files through the bot", 2026).
///
/// The source of a file says how to fetch it: with the bot's token, without one, or not at all.
final class TeamsFiles {

  static final String WITH_TOKEN = "bot ";
  static final String OPEN = "open ";
  static final String NONE = "none";

  private static final String DOWNLOAD = "application/vnd.microsoft.teams.file.download.info";
  private static final String REFERENCE = "reference";

  private TeamsFiles() {}

  /// @param attachments of an activity
  static List<Attachment> of(JsonNode attachments) {
    return Stream.iterate(0, at -> at < attachments.size(), at -> at + 1)
        .flatMap(at -> one(attachments.get(at)))
        .toList();
  }

  private static Stream<Attachment> one(JsonNode attachment) {
    var type = attachment.path("contentType").asText();
    var name = attachment.path("name").asText();
    if (type.equals(DOWNLOAD)) {
      var address = text(attachment.path("content").path("downloadUrl"));
      return Stream.of(file(name, "", address.map(OPEN::concat)));
    }
    if (type.startsWith("image/")) {
      return Stream.of(
          file(name, type, text(attachment.path("contentUrl")).map(WITH_TOKEN::concat)));
    }
    if (type.equals("text/html")) {
      return hinted(attachment.path("content").asText());
    }
    return type.equals(REFERENCE) ? Stream.of(file(name, "", Optional.empty())) : Stream.empty();
  }

  /// In channels and group chats the text alone shows that there are files.
  private static Stream<Attachment> hinted(String html) {
    return Stream.of(html.split("<attachment ", -1))
        .skip(1)
        .map(_ -> file("", "", Optional.empty()));
  }

  private static Attachment file(String name, String type, Optional<String> source) {
    return new Attachment(name, type, OptionalLong.empty(), source.orElse(NONE));
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.of(node.asText()).filter(text -> !text.isBlank());
  }
}
