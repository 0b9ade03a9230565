package dev.tiller.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Whose an H2 file is.
final class FileOwner {

  private FileOwner() {}

  /// Empty as well where the system does not say.
  static Optional<Finding> judge(Path file) throws IOException {
    var user = ProcessHandle.current().info().user();
    return user.isPresent() ? judge(Files.getOwner(file).getName(), user.get()) : Optional.empty();
  }

  /// @param user who runs doctor
  static Optional<Finding> judge(String owner, String user) {
    return owner.equals(user)
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                Check.DATABASE,
                Symptom.DATABASE_OTHER_OWNER,
                "the file belongs to %s, and doctor runs as %s".formatted(owner, user),
                owner));
  }
}
