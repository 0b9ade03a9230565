package dev.tiller.app.cli.manifest;

import dev.tiller.app.cli.StartFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Where the file goes.
final class Target {

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "The file to write. Without it, one in this folder that is named after the platform.")
  private Optional<Path> output = Optional.empty();

  @Option(names = "--force", description = "Replace the file if it is there.")
  private boolean force;

  /// Writes it and says where.
  ///
  /// @param usual the file's name when none was given
  Path write(String usual, byte[] content) throws StartFailure {
    var file = output.orElse(Path.of(usual));
    try {
      if (force) {
        Files.write(file, content);
      } else {
        Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      }
      return file;
    } catch (FileAlreadyExistsException e) {
      throw new StartFailure(
          file + " is there already: add --force to replace it, or --output for another file.", e);
    } catch (IOException e) {
      throw new StartFailure(file + " cannot be written: " + reason(e), e);
    }
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "its folder is not there.";
      case AccessDeniedException _ -> "you may not write there.";
      default -> String.valueOf(failure.getMessage());
    };
  }
}
