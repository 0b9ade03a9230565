package dev.tiller.app.standin.cursor;

import java.time.Instant;

/// A file that a run has left behind.
///
/// @param name without a folder
/// @param type its media type
record Artifact(String name, String type, Content content, Instant updatedAt) {

  /// What is in a file.
  static final class Content {

    private final byte[] bytes;

    /// @param bytes not changed afterwards
    Content(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes;
    }

    int size() {
      return bytes.length;
    }
  }

  /// What an agent's run may leave behind.
  enum Kind {
    SCREENSHOT("screenshot", ".png", "image/png"),
    VIDEO("demo", ".mp4", "video/mp4"),
    LOG("test-output", ".log", "text/plain; charset=utf-8"),
    REPORT("report", ".md", "text/markdown; charset=utf-8"),
    /// A log of some megabytes.
    LARGE("trace", ".log", "text/plain; charset=utf-8");

    private final String stem;
    private final String ending;
    private final String type;

    Kind(String stem, String ending, String type) {
      this.stem = stem;
      this.ending = ending;
      this.type = type;
    }

    /// @param number of the run, from 1; files of later runs have it in their names
    Artifact of(int number, Content content, Instant at) {
      var name = stem + (number == 1 ? "" : "-" + number) + ending;
      return new Artifact(name, type, content, at);
    }
  }

  int size() {
    return content.size();
  }
}
