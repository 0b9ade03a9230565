package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.Attachment;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// Reads the files on a message (Web API, "File object", 2026).
final class SlackAttachments {

  /// Stands before the id of a file that cannot be had.
  static final String NONE = "none:";

  /// Files that are gone, or hidden because of the workspace's plan.
  private static final Set<String> MISSING = Set.of("tombstone", "hidden_by_limit");

  private SlackAttachments() {}

  /// The files of a message, in order.
  static List<Attachment> of(JsonObject message) {
    return Json.objects(message, "files").stream().map(SlackAttachments::one).toList();
  }

  /// Whether only `files.info` tells of a file: so it is with those of other organisations.
  static boolean isVeiled(JsonObject file) {
    return Json.text(file, "file_access").filter("check_file_info"::equals).isPresent();
  }

  static Attachment one(JsonObject file) {
    var name = Json.text(file, "name").or(() -> Json.text(file, "title")).orElse("");
    var missing = Json.text(file, "mode").filter(MISSING::contains).isPresent();
    var address = Json.text(file, "url_private_download").or(() -> Json.text(file, "url_private"));
    return new Attachment(
        name,
        Json.text(file, "mimetype").orElse(""),
        size(file),
        missing || address.isEmpty() ? NONE + Json.text(file, "id").orElse("") : address.get());
  }

  private static OptionalLong size(JsonObject file) {
    var size = file.get("size");
    return size != null && size.isJsonPrimitive() && size.getAsJsonPrimitive().isNumber()
        ? OptionalLong.of(size.getAsLong())
        : OptionalLong.empty();
  }
}
