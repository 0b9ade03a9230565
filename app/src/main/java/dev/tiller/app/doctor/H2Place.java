package dev.tiller.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where an H2 database is.
///
/// @param file the file that H2 makes
record H2Place(Path file) {

  H2Place {
    file = file.toAbsolutePath().normalize();
  }

  boolean exists() {
    return Files.exists(file);
  }

  /// The file, or the nearest folder above it that is there.
  Path nearest() {
    var place = file;
    while (!Files.exists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    return place;
  }

  boolean writable() {
    return Files.isWritable(nearest());
  }

  /// In bytes.
  long free() throws IOException {
    return Files.getFileStore(nearest()).getUsableSpace();
  }
}
