package dev.tiller.core.cursor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The published versions of Cursor's Cloud Agents API.
public enum ApiVersion {
  V1,
  V0;

  /// Reads `v1` or `v0`, whatever the case. Empty for anything else.
  public static Optional<ApiVersion> parse(String written) {
    return Arrays.stream(values())
        .filter(version -> version.word().equals(written.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /// As settings, paths and logs write it, such as `v1`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
