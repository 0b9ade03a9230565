package dev.tiller.app;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which build of Tiller this is, by the manifest of its jar.
///
/// @param version `development` when run from classes
/// @param commit of the sources, with `-dirty` after it when they were changed; absent when the
///   build was not told
/// @param java the version of the runtime
public record Build(String version, Optional<String> commit, String java) {

  /// The attribute of the manifest that the build writes.
  private static final String COMMIT = "Tiller-Commit";

  /// The running one.
  public static Build current() {
    return of(manifest(), Runtime.version().toString());
  }

  static Build of(Attributes manifest, String java) {
    return new Build(
        value(manifest, Attributes.Name.IMPLEMENTATION_VERSION.toString()).orElse("development"),
        value(manifest, COMMIT).filter(it -> !it.equals("unknown")),
        java);
  }

  private static Optional<String> value(Attributes manifest, String name) {
    return Optional.ofNullable(manifest.getValue(name)).filter(it -> !it.isEmpty());
  }

  private static Attributes manifest() {
    var source = Build.class.getProtectionDomain().getCodeSource();
    try {
      var file = Path.of(source.getLocation().toURI());
      return Files.isRegularFile(file) ? manifest(file) : new Attributes();
    } catch (URISyntaxException | IOException | IllegalArgumentException e) {
      return new Attributes();
    }
  }

  private static Attributes manifest(Path file) throws IOException {
    try (var jar = new JarFile(file.toFile())) {
      var manifest = jar.getManifest();
      return manifest == null ? new Attributes() : manifest.getMainAttributes();
    }
  }

  /// One line for people, such as `tiller 0.1.0 (commit 0123456789ab, Java 25.0.3+9)`.
  public String line() {
    return Stream.of(commit.map(it -> "commit " + it), Optional.of("Java " + java))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", ", "tiller " + version + " (", ")"));
  }
}
