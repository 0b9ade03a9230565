package dev.tiller.slack;

import com.slack.api.methods.SlackApiException;
import dev.tiller.core.chat.ChatFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Names what went wrong with a call to the Web API by what can be done next (the error codes of
/// Slack's method pages, 2026).
///
/// A call that is harmless to repeat is never [ChatFailure.OutcomeUnknown]: [ChatFailure.NotNow]
/// says all that its caller needs.
final class SlackFailures {

  private static final Set<String> GONE =
      Set.of(
          "channel_not_found",
          "invalid_channel",
          "is_archived",
          "not_in_channel",
          "message_not_found",
          "thread_not_found",
          "cannot_reply_to_message");

  private static final Set<String> NOT_NOW =
      Set.of(
          "ratelimited",
          "rate_limited",
          "message_limit_exceeded",
          "request_timeout",
          "team_added_to_org");

  /// Slack's own trouble; it says of these that part of the call may have taken effect.
  private static final Set<String> BROKEN =
      Set.of("internal_error", "fatal_error", "service_unavailable");

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

  private SlackFailures() {}

  /// An answer that says no.
  ///
  /// @param repeatable whether the call is harmless to repeat
  static ChatFailure of(String code, boolean repeatable) {
    if (GONE.contains(code)) {
      return new ChatFailure.Gone(code);
    }
    if (NOT_NOW.contains(code)) {
      return new ChatFailure.NotNow(code, Optional.empty(), null);
    }
    return BROKEN.contains(code) ? unknown(code, repeatable, null) : new ChatFailure.Refused(code);
  }

  /// An answer with an HTTP status that is not 2xx. The exception is no cause of the failure: it
  /// prints the whole answer.
  static ChatFailure of(SlackApiException e, boolean repeatable) {
    var code = e.getError() == null ? null : e.getError().getError();
    return of(e.getResponse(), Optional.ofNullable(code), repeatable);
  }

  /// An answer with an HTTP status that is not 2xx.
  ///
  /// @param code Slack's word for it, where the answer has one
  static ChatFailure of(Response answer, Optional<String> code, boolean repeatable) {
    if (answer.code() == 429) {
      return new ChatFailure.NotNow("ratelimited", retryAfter(answer), null);
    }
    return answer.code() >= 500
        ? unknown("http_" + answer.code(), repeatable, null)
        : of(code.orElse("http_" + answer.code()), repeatable);
  }

  /// No answer, or none that could be read.
  static ChatFailure of(Exception e, boolean repeatable) {
    if (e instanceof SentOnce.NotSent) {
      return new ChatFailure.NotNow("not_reachable", Optional.empty(), e);
    }
    return unknown(e instanceof IOException ? "no_answer" : "unreadable_answer", repeatable, e);
  }

  private static ChatFailure unknown(String code, boolean repeatable, @Nullable Exception e) {
    return repeatable
        ? new ChatFailure.NotNow(code, Optional.empty(), e)
        : new ChatFailure.OutcomeUnknown(code, e);
  }

  private static Optional<Duration> retryAfter(Response answer) {
    return Optional.ofNullable(answer.header("Retry-After"))
        .map(String::strip)
        .filter(seconds -> SECONDS.matcher(seconds).matches())
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }
}
