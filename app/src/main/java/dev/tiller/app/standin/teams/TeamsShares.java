package dev.tiller.app.standin.teams;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.http.Exchange;
import dev.tiller.app.standin.chat.FileShelf;
import dev.tiller.app.standin.chat.Ids;
import dev.tiller.app.standin.chat.SharedFile;
import dev.tiller.app.standin.teams.TeamsWorld.Place;
import java.io.IOException;
import java.util.List;

/// Files that people add to messages. Pictures are part of a message everywhere; a bot is told
/// where other files are in personal chats only, by an address that is the permission itself.
/// Elsewhere the message only shows that there is one.
final class TeamsShares {

  static final String PATTERN = "/sharepoint/download/{file}";

  private final TeamsPictures pictures;
  private final FileShelf shelf = new FileShelf();
  private volatile String base = "";

  TeamsShares(TeamsPictures pictures) {
    this.pictures = pictures;
  }

  void servedAt(String address) {
    base = address;
  }

  /// Adds files to a message's activity.
  void add(ObjectNode activity, Place place, List<SharedFile> files) {
    var attachments = activity.withArray("/attachments");
    for (var file : files) {
      if (file.mediaType().startsWith("image/")) {
        attachments.insert(0, object("contentType", "image/*", "contentUrl", pictures.keep(file)));
      } else if (place.person().isPresent()) {
        attachments.insert(0, told(file));
      } else {
        hint(attachments, file);
      }
    }
  }

  private ObjectNode told(SharedFile file) {
    var id = Ids.random("", 30);
    shelf.put(id, file);
    return object(
        "contentType",
        "application/vnd.microsoft.teams.file.download.info",
        "contentUrl",
        "https://acme.sharepoint.com/personal/" + file.name(),
        "name",
        file.name(),
        "content",
        object(
            "downloadUrl",
            base + PATTERN.replace("{file}", id),
            "uniqueId",
            id,
            "fileType",
            file.name().substring(file.name().lastIndexOf('.') + 1)));
  }

  private static void hint(ArrayNode attachments, SharedFile file) {
    for (var attachment : attachments) {
      if (attachment.path("contentType").asText().equals("text/html")) {
        var html = attachment.path("content").asText();
        ((ObjectNode) attachment)
            .put(
                "content",
                html + "<attachment id=\"" + file.name().hashCode() + "\"></attachment>");
      }
    }
  }

  /// Answers a request for a file. Nobody needs a token here, so one that comes along is one that
  /// was given away.
  void serve(Exchange call) throws IOException {
    var file = shelf.find(call.pathParam("file"));
    if (call.header("authorization").isPresent()) {
      call.respond(400);
    } else if (file.isEmpty()) {
      call.respond(404);
    } else {
      call.respond(200, file.get().mediaType(), file.get().content());
    }
  }
}
