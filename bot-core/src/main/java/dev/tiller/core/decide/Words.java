package dev.tiller.core.decide;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Small pieces of English that replies and cards share.
final class Words {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Words() {}

  /// The beginning of a longer text, on one line.
  static String excerpt(String text, int most) {
    var line = text.strip().replaceAll("\\s+", " ");
    return cut(line, most);
  }

  /// The beginning of a text that is too long.
  static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, place(text, most - 1)).strip() + "…";
  }

  /// A place to cut near `at` that does not split a character in two.
  private static int place(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
  }

  static String duration(Duration took) {
    long seconds = Math.max(1, took.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? seconds / 60 + " min" + rest(seconds % 60, "s")
        : seconds / 3600 + " h" + rest(seconds % 3600 / 60, "min");
  }

  private static String rest(long number, String unit) {
    return number == 0 ? "" : " " + number + " " + unit;
  }

  static String ordinal(int number) {
    int tens = number % 100;
    var ending =
        tens >= 11 && tens <= 13
            ? "th"
            : switch (number % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return number + ending;
  }

  static String clock(Instant at) {
    return CLOCK.format(at);
  }
}
