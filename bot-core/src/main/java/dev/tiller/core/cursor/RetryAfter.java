package dev.tiller.core.cursor;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// The wait that an answer asks for (RFC 9110, section 10.2.3): seconds or an HTTP date.
final class RetryAfter {

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d+)?");
  private static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  /// The `Retry-After` header, else the wait named in the body. Never negative, at most an hour.
  static Optional<Duration> of(Answer answer, Instant now) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .or(answer.error()::retryAfter)
        .flatMap(written -> parse(written.strip(), now))
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
}
