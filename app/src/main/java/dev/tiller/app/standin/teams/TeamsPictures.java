package dev.tiller.app.standin.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.http.Exchange;
import dev.tiller.app.standin.chat.FileShelf;
import dev.tiller.app.standin.chat.Ids;
import dev.tiller.app.standin.chat.SharedFile;
import java.io.IOException;
import java.util.Optional;

/// Keeps the pictures of messages apart from the messages, which then only say where they are, as
/// Teams does.
final class TeamsPictures {

  static final String PATTERN = "/teams/v3/attachments/{attachment}/views/original";

  private final FileShelf shelf = new FileShelf();
  private volatile String base = "";

  /// Names the address under which this stand-in is reached, without a slash at the end.
  void servedAt(String address) {
    base = address;
  }

  /// The activity with the addresses of its pictures in the place of the pictures.
  ObjectNode putAway(ObjectNode activity) {
    var away = activity.deepCopy();
    for (var attachment : away.path("attachments")) {
      if (attachment.has("contentUrl")) {
        Pictures.of(attachment)
            .ifPresent(file -> ((ObjectNode) attachment).put("contentUrl", keep(file)));
      }
    }
    return away;
  }

  /// Keeps a picture; its address.
  String keep(SharedFile file) {
    var id = Ids.random("0-eus-", 24);
    shelf.put(id, file);
    return base + PATTERN.replace("{attachment}", id);
  }

  Optional<SharedFile> find(String id) {
    return shelf.find(id);
  }

  /// Answers a request for a picture.
  void serve(Exchange call, TeamsLogin login) throws IOException {
    var file = find(call.pathParam("attachment"));
    if (!login.knows(call)) {
      call.respond(401);
    } else if (file.isEmpty()) {
      call.respond(404);
    } else {
      call.respond(200, file.get().mediaType(), file.get().content());
    }
  }
}
