package dev.tiller.core.decide;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A short name for a text, by which to see whether another is the same.
final class Fingerprint {

  private static final int BYTES = 8;

  private Fingerprint() {}

  /// The beginning of its SHA-256 hash, as 16 hexadecimal digits.
  static String of(String text) {
    var hash = sha256(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
