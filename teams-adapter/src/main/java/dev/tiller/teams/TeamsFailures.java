package dev.tiller.teams;

import dev.tiller.core.chat.ChatFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/// What a failed call to the connector means.
final class TeamsFailures {

  /// Codes of a 403 that says the bot may not speak in this conversation any more.
  private static final Set<String> SHUT_OUT =
      Set.of("MessageWritesBlocked", "ForbiddenOperationException", "BotNotInConversationRoster");

  private TeamsFailures() {}

  /// What the connector said.
  ///
  /// @param code its error code; `HTTP` where the answer holds none
  /// @param delay how long it asked to wait
  record Answer(int status, String code, Optional<Duration> delay) {

    /// Whether the call may have taken effect: an error of the server, or a success that cannot be
    /// read.
    private boolean leavesOpen() {
      return status == 408 || status >= 500 || status < 300;
    }

    private String named() {
      return status + " " + (code.matches("\\w{1,60}") ? code : "HTTP");
    }
  }

  /// @param repeatable whether the call may be made twice without harm
  static ChatFailure of(Answer answer, boolean repeatable) {
    return switch (answer.status()) {
      case 412, 429 -> new ChatFailure.NotNow(answer.named(), answer.delay(), null);
      case 404, 410 -> new ChatFailure.Gone(answer.named());
      case 403 ->
          SHUT_OUT.contains(answer.code())
              ? new ChatFailure.Gone(answer.named())
              : new ChatFailure.Refused(answer.named());
      default ->
          answer.leavesOpen()
              ? unclear(answer, repeatable)
              : new ChatFailure.Refused(answer.named());
    };
  }

  private static ChatFailure unclear(Answer answer, boolean repeatable) {
    return repeatable
        ? new ChatFailure.NotNow(answer.named(), answer.delay(), null)
        : new ChatFailure.OutcomeUnknown(answer.named(), null);
  }

  /// Reads a `Retry-After` header: seconds, or a date (RFC 9110, 10.2.3). Empty for anything else.
  static Optional<Duration> delay(Optional<String> retryAfter, Instant now) {
    return retryAfter.map(String::strip).flatMap(value -> delay(value, now));
  }

  private static Optional<Duration> delay(String value, Instant now) {
    if (value.matches("\\d{1,6}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      var date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }
}
