package dev.tiller.app.doctor;

import java.util.Locale;

/// How a thing is.
public enum Status {
  OK,
  /// Works, but somebody should know.
  NOTE,
  /// The bot does not work, or only in part, before this is mended.
  WRONG,
  /// Could not be looked at, or is not in use here.
  SKIPPED;

  /// As reports show it, such as `ok`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
