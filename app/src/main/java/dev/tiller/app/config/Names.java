package dev.tiller.app.config;

import dev.tiller.app.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Names that were probably meant for a setting.
final class Names {

  /// Read by the launcher, not by the process.
  static final List<String> LAUNCHER = List.of("TILLER_JAVA_HOME", "TILLER_JAVA_OPTS");

  private static final double NEAR = 0.9;

  private Names() {}

  /// All names that are read as settings, those of files included.
  static Stream<String> all() {
    return Arrays.stream(Setting.values())
        .flatMap(it ->
            it.secret() ? Stream.of(it.name(), it.name() + Setting.FILE) : Stream.of(it.name()));
  }

  /// The setting that an unknown name looks like; empty when it looks like none.
  static Optional<String> near(String name) {
    var prefix = name.substring(0, name.indexOf('_') + 1);
    var rests = all().filter(it -> it.startsWith(prefix)).map(it -> it.substring(prefix.length()));
    return Nearest.to(name.substring(prefix.length()), rests, NEAR).map(prefix::concat);
  }
}
