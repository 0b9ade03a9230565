package dev.tiller.core.context;

import dev.tiller.core.agents.Image;

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
    KIND("only pictures and text are"),
    TOO_LARGE("it is larger than 15 MB"),
    TOO_MANY_IMAGES("only 5 pictures are"),
    TOO_MANY_FILES("only 10 files are looked at"),
    NO_ROOM("the text files before it took all the room"),
    NOT_ALLOWED("the bot may not read it"),
    NOT_FETCHED("it could not be fetched");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
