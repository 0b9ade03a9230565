package dev.tiller.app.doctor;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What the services say the time is. Thread-safe.
final class Clocks implements Probe {

  private static final Duration WRONG = Duration.ofMinutes(1);
  private static final Duration DRIFTING = Duration.ofSeconds(5);

  /// A `Date` leaves out the part of a second.
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  private final List<Duration> ahead = new CopyOnWriteArrayList<>();

  /// Takes note of an answer's `Date`.
  ///
  /// @param asked when the call began, by our clock
  void heard(HttpHeaders headers, Instant asked, Duration took) {
    headers
        .firstValue("Date")
        .ifPresent(date -> {
          try {
            var theirs =
                Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)).plus(HALF_A_SECOND);
            ahead.add(Duration.between(theirs, asked.plus(took.dividedBy(2))));
          } catch (DateTimeException _) {
            // says nothing about our clock
          }
        });
  }

  @Override
  public Check check() {
    return Check.CLOCK;
  }

  @Override
  public List<Finding> look() {
    return List.of(judge(ahead));
  }

  /// Goes by the median, since one service may be wrong itself.
  static Finding judge(List<Duration> ahead) {
    if (ahead.isEmpty()) {
      return Finding.of(Check.CLOCK, Symptom.CLOCK_UNKNOWN, "no service has told the time");
    }
    var off = ahead.stream().sorted().toList().get(ahead.size() / 2);
    var said =
        "%d s %s the services' time"
            .formatted(off.abs().toSeconds(), off.isNegative() ? "behind" : "ahead of");
    if (off.abs().compareTo(WRONG) >= 0) {
      return Finding.of(Check.CLOCK, Symptom.CLOCK_WRONG, said);
    }
    return off.abs().compareTo(DRIFTING) >= 0
        ? Finding.of(Check.CLOCK, Symptom.CLOCK_DRIFTS, said)
        : Finding.ok(Check.CLOCK, "as the services' time");
  }
}
