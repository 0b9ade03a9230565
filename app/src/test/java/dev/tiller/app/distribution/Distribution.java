package dev.tiller.app.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/// Tiller as people have it: the launcher `tiller`, and in `app/target` the jar, its libraries and
/// an ahead-of-time cache. It is made of what is being tested, by the first who needs it; all test
/// processes share it until something was compiled again.
public final class Distribution {

  private static final Path FOLDER = Path.of("target", "distribution").toAbsolutePath();
  private static final Path LAUNCHER = Path.of("..", "tiller");
  private static boolean known;

  private Distribution() {}

  /// The launcher in it.
  public static Path launcher() {
    return folder().resolve("tiller");
  }

  /// What the launcher finds in its environment so that it starts quickly, with a heap that is more
  /// than enough.
  public static Map<String, String> environment() {
    return environment(AheadOfTime.OPTIONS);
  }

  /// What the launcher finds in its environment.
  ///
  /// @param options of the virtual machine
  public static Map<String, String> environment(String... options) {
    return Map.of(
        "TILLER_JAVA_HOME", System.getProperty("java.home"),
        "TILLER_JAVA_OPTS", String.join(" ", options));
  }

  /// The whole, for reading only.
  public static synchronized Path folder() {
    if (!known) {
      try {
        Files.createDirectories(FOLDER.getParent());
        make();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      known = true;
    }
    return FOLDER;
  }

  private static void make() throws IOException {
    var lock = FOLDER.resolveSibling("distribution.lock");
    try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      var parts = Parts.ofThisProcess();
      var made = FOLDER.resolve("made-of");
      var state = parts.state() + Files.getLastModifiedTime(LAUNCHER);
      if (Files.exists(made) && Files.readString(made).equals(state)) {
        return;
      }
      Parts.delete(FOLDER);
      var target = Files.createDirectories(FOLDER.resolve("app/target"));
      Files.copy(LAUNCHER, FOLDER.resolve("tiller"));
      parts.packInto(target);
      AheadOfTime.record(FOLDER, target.resolve("tiller.aot"));
      Files.writeString(made, state);
    }
  }
}
