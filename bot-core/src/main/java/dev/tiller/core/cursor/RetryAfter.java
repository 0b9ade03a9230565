package dev.tiller.core.cursor;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// The wait that an answer asks for: `Retry-After` (RFC 9110, section 10.2.3: seconds or an HTTP
/// date), the wait named in the body, or the time when the rate limit starts anew.
final class RetryAfter {

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d+)?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,15}");
  private static final Duration LONGEST = Duration.ofHours(1);

  /// What is larger cannot be a wait in seconds, nor can what is larger still be a time in seconds.
  private static final long TIMES = 1_000_000_000L;

  private static final long TIMES_IN_MILLIS = 1_000_000_000_000L;

  private RetryAfter() {}

  /// Never negative, at most an hour.
  static Optional<Duration> of(Answer answer, Instant now) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .flatMap(written -> parse(written.strip(), now))
        .or(() -> answer.error().retryAfter().flatMap(written -> parse(written.strip(), now)))
        .or(() -> reset(answer, now))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
        .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }

  private static Optional<Duration> parse(String written, Instant now) {
    if (SECONDS.matcher(written).matches()) {
      return Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(written) * 1000)));
    }
    try {
      var date = ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(now, date.toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// `X-RateLimit-Reset` (Cursor API v1), which counts only when nothing is left of the limit. Its
  /// form is not documented: a time in seconds or milliseconds, a wait in seconds, or a date.
  private static Optional<Duration> reset(Answer answer, Instant now) {
    var left = answer.headers().firstValue("X-RateLimit-Remaining").map(String::strip);
    var spent = left.map("0"::equals).orElse(answer.status() == 429);
    return answer
        .headers()
        .firstValue("X-RateLimit-Reset")
        .filter(_ -> spent)
        .flatMap(written -> untilReset(written.strip(), now));
  }

  private static Optional<Duration> untilReset(String written, Instant now) {
    if (!WHOLE.matcher(written).matches()) {
      return CursorText.instant(written)
          .map(at -> Duration.between(now, at))
          .or(() -> parse(written, now));
    }
    var number = Long.parseLong(written);
    if (number < TIMES) {
      return Optional.of(Duration.ofSeconds(number));
    }
    var at =
        number < TIMES_IN_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    return Optional.of(Duration.between(now, at));
  }
}
