package dev.tiller.app.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/// A key in a file of its own.
final class KeyFile {

  private static final int BYTES = 32;

  private KeyFile() {}

  /// The key in the file; a new one, on disk when this returns, when there is no file yet.
  ///
  /// @throws IOException also when the file holds no key
  static Secret readOrMake(Path file) throws IOException {
    try {
      return read(file);
    } catch (NoSuchFileException _) {
      return make(file);
    }
  }

  /// A key of 256 random bits as text.
  static Secret random() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private static Secret read(Path file) throws IOException {
    var text = Files.readString(file).strip();
    if (text.length() < Keys.LEAST) {
      throw new IOException("the key file " + file + " holds no key; restore it from a backup");
    }
    return new Secret(text);
  }

  private static Secret make(Path file) throws IOException {
    var key = random();
    Files.createDirectories(file.toAbsolutePath().getParent(), ownerOnly(file, "rwx------"));
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(file, options, ownerOnly(file, "rw-------"))) {
      channel.write(ByteBuffer.wrap((key.reveal() + "\n").getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    } catch (FileAlreadyExistsException _) {
      return read(file);
    }
    return key;
  }

  private static FileAttribute<?>[] ownerOnly(Path file, String permissions) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
