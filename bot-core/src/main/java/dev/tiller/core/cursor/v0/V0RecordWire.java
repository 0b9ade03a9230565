package dev.tiller.core.cursor.v0;

import java.util.List;
import java.util.Optional;

/// What Cursor API v0 tells of artifacts (documentation of Oct 2026).
final class V0RecordWire {

  private V0RecordWire() {}

  record Artifacts(List<Artifact> artifacts) {}

  /// @param absolutePath below `/opt/cursor/artifacts/`
  record Artifact(Optional<String> absolutePath, long sizeBytes) {}

  /// Where an artifact lies for the next 15 minutes.
  record Download(Optional<String> url) {}
}
