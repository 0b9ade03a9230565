package dev.tiller.core.decide;

import dev.tiller.core.conversation.Spent;
import dev.tiller.core.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers, times and pieces of text that replies and cards share, in the language at hand.
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
      return Texts.get("time.seconds", seconds);
    }
    return seconds < 3600
        ? parts("time.minutes", "time.minutes-seconds", seconds / 60, seconds % 60)
        : parts("time.hours", "time.hours-minutes", seconds / 3600, seconds % 3600 / 60);
  }

  private static String parts(String whole, String withRest, long number, long rest) {
    return rest == 0 ? Texts.get(whole, number) : Texts.get(withRest, number, rest);
  }

  /// A longer time in its largest unit.
  static String roughly(Duration time) {
    if (time.toMinutes() < 60) {
      return time.toMinutes() + " min";
    }
    return time.toHours() < 48 ? time.toHours() + " h" : Texts.get("ending.days", time.toDays());
  }

  /// How long ago something was, in its largest unit.
  static String ago(Instant then, Instant now) {
    long seconds = Math.max(0, Duration.between(then, now).toSeconds());
    if (seconds < 60) {
      return Texts.get("time.just-now");
    }
    if (seconds < 3600) {
      return Texts.get("time.minutes-ago", seconds / 60);
    }
    return seconds < 2 * 86_400
        ? Texts.get("time.hours-ago", seconds / 3600)
        : Texts.get("time.days-ago", seconds / 86_400);
  }

  /// A number of tokens to two or three digits, such as `41k`.
  static String tokens(long number) {
    if (number < 1000) {
      return String.valueOf(number);
    }
    return number < 999_500
        ? Math.round(number / 1000.0) + "k"
        : String.format(locale(), "%.1fM", number / 1_000_000.0);
  }

  private static Locale locale() {
    return Texts.language().locale();
  }

  /// A size in bytes to three digits, such as `41.2 kB`.
  static String bytes(long size) {
    if (size < 1000) {
      return size + " B";
    }
    return size < 999_500
        ? String.format(locale(), "%.3g kB", size / 1e3)
        : String.format(locale(), "%.1f MB", size / 1e6);
  }

  /// What was used, such as `41k tokens · $0.37`.
  static String spent(Spent spent) {
    var tokens = tokens(spent.tokens());
    return spent
        .cents()
        .map(cents -> Texts.get("amount.spent-money", tokens, money(cents)))
        .orElseGet(() -> Texts.get("amount.spent", tokens));
  }

  private static String money(double cents) {
    return cents > 0 && cents < 1
        ? Texts.get("amount.hardly")
        : Texts.get("amount.money", String.format(locale(), "%.2f", cents / 100));
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

  /// A day in UTC.
  static String date(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  static String clock(Instant at) {
    return CLOCK.format(at);
  }
}
