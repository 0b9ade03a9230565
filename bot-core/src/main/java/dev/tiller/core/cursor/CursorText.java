package dev.tiller.core.cursor;

import dev.tiller.core.agents.RunState;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the service's texts into values; what cannot be read is absent, never a failure.
public final class CursorText {

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Z}\\s]+");
  private static final Pattern KEY =
      Pattern.compile("\\b(crsr_|key_(?=[0-9a-f]{16}))[A-Za-z0-9_-]{8,}");

  private CursorText() {}

  /// One line without control or invisible characters, cut with an ellipsis when longer.
  public static String line(String text, int length) {
    var plain = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    if (plain.length() <= length) {
      return plain;
    }
    var end = length - 1;
    return plain.substring(0, Character.isHighSurrogate(plain.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }

  /// The text with anything that looks like an API key of Cursor's hidden.
  static String withoutKeys(String text) {
    return KEY.matcher(text).replaceAll("$1…");
  }

  /// A run's status (v1) or an agent's (v0).
  public static RunState state(String status) {
    return switch (status) {
      case "CREATING" -> RunState.CREATING;
      case "RUNNING" -> RunState.RUNNING;
      case "FINISHED" -> RunState.FINISHED;
      case "ERROR" -> RunState.FAILED;
      case "CANCELLED" -> RunState.CANCELLED;
      case "EXPIRED" -> RunState.EXPIRED;
      default -> RunState.UNRECOGNIZED;
    };
  }

  /// A web address that is safe behind a button, given with or without its scheme.
  public static Optional<URI> link(String address) {
    var text = address.strip();
    try {
      var uri = URI.create(text.contains("://") ? text : "https://" + text);
      var web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web && uri.getHost() != null && uri.getRawUserInfo() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// An ISO-8601 time with an offset.
  public static Optional<Instant> instant(String time) {
    try {
      return Optional.of(OffsetDateTime.parse(time).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
