package dev.tiller.core.decide;

import dev.tiller.core.agents.AgentRecords.Artifact;
import java.util.List;
import java.util.Optional;

/// A short name for one of an agent's files, made of its path, that buttons and work can carry; or
/// for all of them.
public record FileMark(String text) {

  static final FileMark ALL = new FileMark("all");

  static FileMark of(Artifact file) {
    return new FileMark(Fingerprint.of(file.path()));
  }

  /// The file that it stands for, if that is still among them.
  public Optional<Artifact> among(List<Artifact> files) {
    return files.stream().filter(file -> of(file).equals(this)).findFirst();
  }
}
