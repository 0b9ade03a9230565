package dev.tiller.app.standin.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.http.Exchange;
import dev.tiller.app.standin.chat.FileShelf;
import dev.tiller.app.standin.chat.Ids;
import dev.tiller.app.standin.chat.Reply;
import dev.tiller.app.standin.chat.SharedFile;
import dev.tiller.app.standin.slack.SlackFile.Stage;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The workspace's files, from their announcement to their place in a message. Thread-safe.
final class SlackFiles {

  /// Where the bytes of a file are sent. The address is the permission: it takes no token.
  static final String UPLOAD = "/upload/v1/{ticket}";

  /// Where the content of a file is (`url_private`).
  static final String PRIVATE = "/files-pri/" + SlackWorld.TEAM + "/{file}";

  private final InstantSource clock;
  private final FileShelf shelf = new FileShelf();
  private final Map<String, SlackFile> files = new HashMap<>();
  private final Map<String, String> tickets = new HashMap<>();
  private volatile String base = "";

  SlackFiles(InstantSource clock) {
    this.clock = clock;
  }

  /// Names the address under which this stand-in is reached, without a slash at the end.
  void servedAt(String address) {
    base = address;
  }

  /// A file that was announced.
  ///
  /// @param uploadUrl where its bytes are expected, once
  record Announced(SlackFile file, String uploadUrl) {}

  synchronized Announced announce(String name, int length, Optional<String> description) {
    var id = Ids.random("F", 10);
    var file =
        new SlackFile(
            id,
            SlackWorld.TILLER.id(),
            name,
            length,
            name,
            description,
            clock.instant(),
            Stage.ANNOUNCED);
    var ticket = Ids.random("", 40);
    files.put(id, file);
    tickets.put(ticket, id);
    return new Announced(file, base + UPLOAD.replace("{ticket}", ticket));
  }

  /// Takes a file's bytes, if they are what was announced.
  synchronized Reply take(Exchange call) {
    var ticket = call.pathParam("ticket");
    var file = Optional.ofNullable(tickets.get(ticket)).map(files::get);
    if (file.isEmpty()) {
      return text(404, "unknown upload");
    }
    var content = call.body();
    if (content.length != file.get().length()) {
      return text(400, "expected " + file.get().length() + " bytes, not " + content.length);
    }
    tickets.remove(ticket);
    files.put(file.get().id(), file.get().at(Stage.ARRIVED));
    shelf.put(file.get().id(), new SharedFile(file.get().name(), file.get().mediaType(), content));
    return text(200, "OK - " + content.length);
  }

  private static Reply text(int status, String text) {
    return new Reply(status, "text/plain; charset=utf-8", text, Map.of());
  }

  /// Shares files that have arrived and are not shared yet; all or none.
  ///
  /// @param titles by file id
  /// @throws SlackError when one of them is not that far
  synchronized List<SlackFile> share(Map<String, String> titles) {
    for (var id : titles.keySet()) {
      if (!files.containsKey(id) || files.get(id).stage() != Stage.ARRIVED) {
        throw new SlackError("file_not_found");
      }
    }
    titles.forEach((id, title) ->
        files.computeIfPresent(
            id, (_, file) -> file.at(Stage.SHARED).titled(title.isBlank() ? file.title() : title)));
    return titles.keySet().stream().map(files::get).toList();
  }

  /// Files that a person adds to a message, as the Web API has them.
  synchronized List<ObjectNode> add(String person, List<SharedFile> shared) {
    return shared.stream().map(file -> json(added(person, file))).toList();
  }

  private SlackFile added(String person, SharedFile shared) {
    var file =
        new SlackFile(
            Ids.random("F", 10),
            person,
            shared.name(),
            shared.content().length,
            shared.name(),
            Optional.empty(),
            clock.instant(),
            Stage.SHARED);
    files.put(file.id(), file);
    shelf.put(file.id(), new SharedFile(file.name(), file.mediaType(), shared.content()));
    return file;
  }

  /// A file that is known, as the Web API has it.
  synchronized Optional<ObjectNode> info(String id) {
    return Optional.ofNullable(files.get(id)).map(this::json);
  }

  /// A file as the Web API has it.
  ObjectNode json(SlackFile file) {
    return file.json(base + PRIVATE.replace("{file}", file.id()));
  }

  /// Answers a request for a file's content. Without the token the real service sends people to a
  /// page to log in.
  ///
  /// @param ordered the answer that somebody wants instead
  void serve(Exchange call, String token, Optional<Reply> ordered) throws IOException {
    if (ordered.isPresent()) {
      ordered.get().headers().forEach(call::setHeader);
      call.respond(ordered.get().status(), ordered.get().contentType(), ordered.get().body());
      return;
    }
    var file = find(call.pathParam("file"));
    if (!call.header("authorization").equals(Optional.of("Bearer " + token))) {
      call.respond(200, "text/html; charset=utf-8", "<!doctype html><title>Log in</title>");
    } else if (file.isEmpty()) {
      call.respond(404);
    } else {
      call.respond(200, file.get().mediaType(), file.get().content());
    }
  }

  /// The content of a file.
  Optional<SharedFile> find(String id) {
    return shelf.find(id);
  }
}
