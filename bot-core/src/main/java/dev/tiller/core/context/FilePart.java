package dev.tiller.core.context;

import dev.tiller.core.agents.Image;
import dev.tiller.core.text.Texts;

/// What became of a file on a request.
///
/// @see FileSorter
public sealed interface FilePart {

  String name();

  record Picture(String name, Image image) implements FilePart {}

  /// @param whole without any part left out
  record Text(String name, String content, boolean whole) implements FilePart {}

  record Unsent(String name, Why why) implements FilePart {}

  /// Why a file does not go along.
  enum Why {
    KIND("along.kind"),
    TOO_LARGE("along.too-large"),
    TOO_MANY_IMAGES("along.too-many-images"),
    TOO_MANY_FILES("along.too-many-files"),
    NO_ROOM("along.no-room"),
    NOT_ALLOWED("along.not-allowed"),
    NOT_FETCHED("along.not-fetched");

    private final String key;

    Why(String key) {
      this.key = key;
    }

    String words() {
      return Texts.get(key);
    }
  }
}
