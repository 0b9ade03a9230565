package dev.tiller.slack;

import dev.tiller.slack.RecordingSlack.Answer;
import dev.tiller.slack.RecordingSlack.Call;
import dev.tiller.slack.RecordingSlack.Sent;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The little of Slack's memory of files that the contract needs.
final class FilesOfSlack {

  private final URI uploads;
  private final Map<String, File> files = new LinkedHashMap<>();

  /// @param uploads where the bytes of files are sent, below this
  FilesOfSlack(URI uploads) {
    this.uploads = uploads;
  }

  /// @param content empty until it has arrived
  record File(String name, int length, String description, Optional<byte[]> content) {}

  /// `files.getUploadURLExternal`.
  synchronized Answer ticket(Call call) {
    var id = "F" + (files.size() + 1);
    files.put(
        id,
        new File(
            call.argument("filename"),
            Integer.parseInt(call.argument("length")),
            call.argument("alt_txt"),
            Optional.empty()));
    return Answer.json(
        "{\"ok\":true,\"upload_url\":\"%s\",\"file_id\":\"%s\"}"
            .formatted(uploads.resolve("/upload/v1/" + id), id));
  }

  /// The bytes arrive.
  synchronized Answer take(Sent sent) {
    var id = sent.path().substring(sent.path().lastIndexOf('/') + 1);
    var file = files.get(id);
    if (file == null || sent.content().length != file.length() || !sent.authorization().isEmpty()) {
      return Answer.status(400);
    }
    files.put(
        id, new File(file.name(), file.length(), file.description(), Optional.of(sent.content())));
    return Answer.status(200);
  }

  /// A file whose bytes have arrived.
  synchronized Optional<File> complete(String id) {
    return Optional.ofNullable(files.get(id)).filter(file -> file.content().isPresent());
  }
}
