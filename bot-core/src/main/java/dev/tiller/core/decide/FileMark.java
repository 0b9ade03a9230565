package dev.tiller.core.decide;

import dev.tiller.core.agents.AgentRecords.Artifact;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A short name for one of an agent's files, made of its path, that buttons and work can carry; or
/// for all of them.
public record FileMark(String text) {

  static final FileMark ALL = new FileMark("all");

  private static final int BYTES = 8;

  static FileMark of(Artifact file) {
    var path = file.path().getBytes(StandardCharsets.UTF_8);
    return new FileMark(HexFormat.of().formatHex(Arrays.copyOf(sha256(path), BYTES)));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The file that it stands for, if that is still among them.
  public Optional<Artifact> among(List<Artifact> files) {
    return files.stream().filter(file -> of(file).equals(this)).findFirst();
  }
}
