package dev.tiller.core.decide;

import dev.tiller.core.chat.RichText.Span;
import dev.tiller.core.text.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.Set;

/// Moments as they are written for those whose platform does not show them in the reader's own time
/// zone.
final class Dates {

  private Dates() {}

  /// Date and time in UTC, as the language writes them.
  static String written(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(Texts.language().locale())
            .withZone(ZoneOffset.UTC)
            .format(at)
        + " UTC";
  }

  /// The same as a piece of text that platforms may show in the reader's time zone.
  static Span span(Instant at) {
    return new Span(written(at), Set.of(), Optional.empty(), Optional.of(at));
  }
}
