package dev.tiller.app.doctor;

import dev.tiller.app.config.Keys;
import dev.tiller.app.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// The deployment's keys, as far as doctor may have them.
final class DoctorKeys {

  private DoctorKeys() {}

  /// Opens them. A key file is not made: where there is none, no bot can run on that database, and
  /// a file made here could belong to another user than the bot's.
  ///
  /// @throws IOException when the key file cannot be read
  static List<Secret> open(Keys keys) throws IOException {
    return keys instanceof Keys.Beside beside && !Files.exists(beside.file())
        ? new Keys.Fleeting().open()
        : keys.open();
  }
}
