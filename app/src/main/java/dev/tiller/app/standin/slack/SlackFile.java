package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A file as the stand-in knows it.
///
/// @param owner who added it
/// @param length in bytes, as it was announced
/// @param title what people see; the name until it is shared
/// @param description the text for screen readers
/// @param stage how far it has come
record SlackFile(
    String id,
    String owner,
    String name,
    int length,
    String title,
    Optional<String> description,
    Instant createdAt,
    Stage stage) {

  private static final String UNKNOWN = "application/octet-stream";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("webm", "video/webm"),
          Map.entry("txt", "text/plain"),
          Map.entry("log", "text/plain"),
          Map.entry("md", "text/plain"),
          Map.entry("json", "application/json"),
          Map.entry("pdf", "application/pdf"));

  /// The steps of an upload.
  enum Stage {
    ANNOUNCED,
    ARRIVED,
    SHARED
  }

  SlackFile at(Stage later) {
    return new SlackFile(id, owner, name, length, title, description, createdAt, later);
  }

  SlackFile titled(String other) {
    return new SlackFile(id, owner, name, length, other, description, createdAt, stage);
  }

  private String ending() {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  String mediaType() {
    return TYPES.getOrDefault(ending(), UNKNOWN);
  }

  /// The file as the Web API has it ("File object").
  ///
  /// @param address where its content is
  ObjectNode json(String address) {
    return object(
        "id",
        id,
        "created",
        createdAt.getEpochSecond(),
        "timestamp",
        createdAt.getEpochSecond(),
        "name",
        name,
        "title",
        title,
        "mimetype",
        mediaType(),
        "filetype",
        TYPES.containsKey(ending()) ? ending() : "binary",
        "user",
        owner,
        "user_team",
        SlackWorld.TEAM,
        "size",
        length,
        "mode",
        "hosted",
        "is_external",
        false,
        "is_public",
        true,
        "public_url_shared",
        false,
        "alt_txt",
        description,
        "url_private",
        address,
        "url_private_download",
        address,
        "file_access",
        "visible");
  }
}
