package dev.tiller.core.decide;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kinds of pictures and films that are shown in threads: how their names end, and how their
/// content begins.
@SuppressWarnings("ImmutableEnumChecker") // its lists are unmodifiable
public enum Showable {
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg", "jpeg"),
  GIF("image/gif", "gif"),
  WEBP("image/webp", "webp"),
  MP4("video/mp4", "mp4", "m4v"),
  WEBM("video/webm", "webm");

  private static final byte[] PNG_BEGINS = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] JPEG_BEGINS = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] EBML = {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3};

  /// So far into a Matroska file its kind is told.
  private static final int EBML_HEAD = 64;

  private final String mediaType;
  private final List<String> endings;

  Showable(String mediaType, String... endings) {
    this.mediaType = mediaType;
    this.endings = List.of(endings);
  }

  public String mediaType() {
    return mediaType;
  }

  public boolean film() {
    return this == MP4 || this == WEBM;
  }

  /// What a file is by its name; empty when it is neither picture nor film.
  static Optional<Showable> named(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(kind -> kind.endings.stream().anyMatch(its -> lower.endsWith("." + its)))
        .findFirst();
  }

  /// What a content is, whatever it is said to be; empty when it is neither picture nor film.
  public static Optional<Showable> of(byte[] content) {
    return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
  }

  private boolean begins(byte[] content) {
    return switch (this) {
      case PNG -> at(content, 0, PNG_BEGINS);
      case JPEG -> at(content, 0, JPEG_BEGINS);
      case GIF -> at(content, 0, "GIF87a") || at(content, 0, "GIF89a");
      case WEBP -> at(content, 0, "RIFF") && at(content, 8, "WEBP");
      case MP4 -> at(content, 4, "ftyp") && !at(content, 8, "qt  ");
      case WEBM -> at(content, 0, EBML) && head(content).contains("webm");
    };
  }

  private static String head(byte[] content) {
    return new String(content, 0, Math.min(content.length, EBML_HEAD), StandardCharsets.ISO_8859_1);
  }

  private static boolean at(byte[] content, int place, String expected) {
    return at(content, place, expected.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static boolean at(byte[] content, int place, byte[] expected) {
    int end = place + expected.length;
    return content.length >= end
        && Arrays.equals(content, place, end, expected, 0, expected.length);
  }
}
