package dev.tiller.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform.Files;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.Upload;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Adds files to threads in Slack's three steps: an address to send to, the bytes, and the sharing
/// (Web API, "Working with files", 2026). Nothing is seen before the last, so only that one must
/// not be repeated blindly.
final class SlackFiles {

  /// What Slack takes from bots, unless the workspace has a lower limit.
  static final Files TAKEN = new Files(Optional.empty(), 1_000_000_000);

  private static final int DESCRIPTION_LIMIT = 1_000;
  private static final int NAME_LIMIT = 255;

  private final SlackApi api;
  private final URI apiUrl;

  /// @param api patient enough for a large file
  /// @param apiUrl where the Web API is
  SlackFiles(SlackApi api, URI apiUrl) {
    this.api = api;
    this.apiUrl = apiUrl;
  }

  void upload(Address to, Upload file) {
    TAKEN.check(file);
    var ticket = ticket(file);
    api.send(ticket.address(), file.content());
    share(to, file, ticket.file());
  }

  /// Where to send a file's bytes, and what the file is called from then on.
  private record Ticket(URI address, String file) {}

  private Ticket ticket(Upload file) {
    var arguments = new LinkedHashMap<String, String>();
    arguments.put("filename", SlackText.cut(file.name(), NAME_LIMIT));
    arguments.put("length", String.valueOf(file.content().length));
    if (!file.description().isBlank()) {
      arguments.put("alt_txt", SlackText.cut(file.description(), DESCRIPTION_LIMIT));
    }
    var reply = api.call("files.getUploadURLExternal", arguments);
    if (reply.uploadUrl().isEmpty() || reply.fileId().isEmpty()) {
      throw new ChatFailure.Refused("no_upload_url_in_answer");
    }
    return new Ticket(address(reply.uploadUrl().get()), reply.fileId().get());
  }

  private URI address(String given) {
    return SlackHosts.parse(given)
        .filter(address -> SlackHosts.isSlacks(address, apiUrl))
        .orElseThrow(() -> new ChatFailure.Refused("upload_url_not_allowed"));
  }

  /// The caption goes as blocks, since the plain comment is read as markup.
  private void share(Address to, Upload file, String id) {
    var shared = new JsonObject();
    shared.addProperty("id", id);
    shared.addProperty("title", SlackText.cut(file.name(), NAME_LIMIT));
    var files = new JsonArray();
    files.add(shared);
    var caption = new Notice(Optional.empty(), RichText.plain(file.caption()), List.of());
    var arguments = new LinkedHashMap<String, String>();
    arguments.put("files", files.toString());
    arguments.put("channel_id", to.thread().channel());
    SlackPlaces.addThread(arguments, to);
    arguments.put("blocks", SlackCards.blocks(caption));
    api.callOnce("files.completeUploadExternal", arguments);
  }
}
