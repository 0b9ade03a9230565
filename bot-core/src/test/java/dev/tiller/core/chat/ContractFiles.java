package dev.tiller.core.chat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// The files that [ChatPlatformContract] uploads.
final class ContractFiles {

  private static final String PNG_OF_FOUR_BY_FOUR =
      "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR42mM4IScHRwzEcQCxYxBB"
          + "00rMDQAAAABJRU5ErkJggg==";

  private ContractFiles() {}

  static final Upload PICTURE = captioned("The login page");

  /// Files that some platforms take and others do not.
  static final List<Upload> OTHERS =
      List.of(
          new Upload("demo.mp4", "video/mp4", bytes("no real film"), "The film", ""),
          new Upload("app.log", "text/plain", bytes("all is well\n"), "The log", ""));

  /// The same small picture with this sentence over it.
  static Upload captioned(String caption) {
    return new Upload(
        "login page.png",
        "image/png",
        Base64.getDecoder().decode(PNG_OF_FOUR_BY_FOUR),
        caption,
        "A red square");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
