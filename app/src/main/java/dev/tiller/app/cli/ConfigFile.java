package dev.tiller.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The option that names the settings file.
public final class ConfigFile {

  private static final Path USUAL = Path.of("tiller.yaml");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The settings file. Without it, tiller.yaml in this folder if it is there.")
  private @Nullable Path config;

  /// The file to read; absent when none was named and the usual one is not there.
  public Optional<Path> path() {
    return Optional.ofNullable(config).or(() -> Optional.of(USUAL).filter(Files::exists));
  }
}
