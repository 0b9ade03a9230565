package dev.tiller.core.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12                            | PT12S
          0                             | PT0S
          1.5                           | PT1.5S
          Fri, 20 Nov 2026 10:02:00 GMT | PT2M
          Fri, 20 Nov 2026 09:00:00 GMT | PT0S
          999999999                     | PT1H
          """)
  void theWaitIsReadFromTheHeader(String header, Duration wait) {
    assertThat(retryAfter(header)).contains(wait);
  }

  /// The service does not document the form of the header.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          0 | 37                            | PT37S
          0 | 1795168860                    | PT1M
          0 | 1795168860000                 | PT1M
          0 | 2026-11-20T10:01:00.000Z      | PT1M
          0 | Fri, 20 Nov 2026 10:01:00 GMT | PT1M
          - | 37                            | PT37S
          0 | 1795168740                    | PT0S
          0 | 1895168800                    | PT1H
          """)
  void withoutRetryAfterTheWaitIsUntilTheLimitStartsAnew(String left, String reset, Duration wait) {
    assertThat(limited(left, reset)).contains(wait);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"3, 37", "0, soon", "0, -1", "-, 9999999999999999999999"})
  void aResetThatIsNotMeantOrCannotBeReadIsNoWait(String left, String reset) {
    assertThat(limited(left, reset)).isEmpty();
  }

  @Test
  void retryAfterBeatsTheReset() {
    var headers =
        Map.of(
            "Retry-After", List.of("5"),
            "X-RateLimit-Remaining", List.of("0"),
            "X-RateLimit-Reset", List.of("37"));

    assertThat(delay(headers)).contains(Duration.ofSeconds(5));
  }

  private static Optional<Duration> limited(@Nullable String left, String reset) {
    var headers = new HashMap<String, List<String>>();
    headers.put("X-RateLimit-Limit", List.of("60"));
    headers.put("X-RateLimit-Reset", List.of(reset));
    if (left != null) {
      headers.put("X-RateLimit-Remaining", List.of(left));
    }
    return delay(headers);
  }

  @ParameterizedTest
  @CsvSource({"soon", "-5", "''", "99999999999999999999"})
  void anUnreadableWaitIsNone(String header) {
    assertThat(retryAfter(header)).isEmpty();
  }

  private static Optional<Duration> retryAfter(String header) {
    return delay(Map.of("retry-after", List.of(header)));
  }

  private static Optional<Duration> delay(Map<String, List<String>> headers) {
    var answer = new Answer(429, HttpHeaders.of(headers, (_, _) -> true), new byte[0]);
    return RetryAfter.of(answer, ScriptedCursor.NOW);
  }
}
