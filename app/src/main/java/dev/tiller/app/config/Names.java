package dev.tiller.app.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

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
    return all()
        .filter(known -> prefix(known).equals(prefix(name)))
        .filter(known -> similarity(known, name) >= NEAR)
        .max(Comparator.comparingDouble(known -> similarity(known, name)));
  }

  private static double similarity(String known, String name) {
    return new JaroWinklerSimilarity().apply(rest(known), rest(name));
  }

  private static String prefix(String name) {
    return name.substring(0, name.indexOf('_') + 1);
  }

  private static String rest(String name) {
    return name.substring(name.indexOf('_') + 1);
  }
}
