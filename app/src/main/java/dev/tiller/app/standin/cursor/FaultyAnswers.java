package dev.tiller.app.standin.cursor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;

/// Answers as faults want them.
final class FaultyAnswers {

  private static final int RATE = 60;

  private FaultyAnswers() {}

  /// What is answered instead of doing anything; absent when the service answers.
  static Optional<Reply> instead(List<Fault> wrong, Version version, Instant now) {
    return wrong.stream().flatMap(fault -> instead(fault, version, now).stream()).findFirst();
  }

  private static Optional<Reply> instead(Fault fault, Version version, Instant now) {
    return switch (fault) {
      case Fault.Answer answer -> Optional.of(Reply.of(answer));
      case Fault.Refuse refuse -> Optional.of(refuse.shape().reply(version, error(refuse)));
      case Fault.RateLimited limited ->
          Optional.of(rateLimited(version, limited.shape(), RATE, limited.retryAfter(), now));
      default -> Optional.empty();
    };
  }

  /// A refusal with the four headers of a rate limit (Cursor API v1, Oct 2026).
  ///
  /// @param limit calls in the window that is used up
  static Reply rateLimited(
      Version version, ErrorShape shape, int limit, Duration retryAfter, Instant now) {
    var error = new ApiError(429, "rate_limit_exceeded", "Rate limit exceeded");
    long seconds = retryAfter.plusMillis(999).toSeconds();
    var headers =
        Map.of(
            "Retry-After", String.valueOf(seconds),
            "X-RateLimit-Limit", String.valueOf(limit),
            "X-RateLimit-Remaining", "0",
            "X-RateLimit-Reset", String.valueOf(now.plusSeconds(seconds).getEpochSecond()));
    return shape.reply(version, error).with(headers);
  }

  private static ApiError error(Fault.Refuse refuse) {
    var code = refuse.code().isEmpty() ? usualCode(refuse.status()) : refuse.code();
    var text =
        refuse.message().isEmpty() ? HttpStatus.getMessage(refuse.status()) : refuse.message();
    return new ApiError(refuse.status(), code, text);
  }

  private static String usualCode(int status) {
    return switch (status) {
      case 400 -> "validation_error";
      case 401 -> "unauthorized";
      case 403 -> "role_forbidden";
      case 404 -> "agent_not_found";
      case 409 -> "agent_busy";
      case 410 -> "stream_expired";
      case 429 -> "rate_limit_exceeded";
      case 502, 503, 504 -> "upstream_error";
      default -> "internal_error";
    };
  }

  /// An answer of the service, changed.
  static Reply changed(Reply reply, List<Fault> wrong) {
    var status = Faults.find(wrong, Fault.OddStatus.class).map(Fault.OddStatus::status);
    boolean more = Faults.has(wrong, Fault.ExtraFields.class);
    if (!(reply instanceof Reply.Whole whole)
        || (status.isEmpty() && !more)
        || whole.status() / 100 != 2
        || !whole.contentType().equals("application/json")) {
      return reply;
    }
    return new Reply.Whole(
        whole.status(), whole.contentType(), changed(whole.body(), status, more), whole.headers());
  }

  /// A JSON body with this instead of every status.
  static byte[] changed(byte[] body, Optional<String> status, boolean more) {
    var tree = Json.parse(body);
    status.ifPresent(word ->
        tree.findParents("status").stream()
            .filter(parent -> parent.path("status").isTextual())
            .forEach(parent -> ((ObjectNode) parent).put("status", word)));
    if (more) {
      extend(tree);
    }
    return Json.bytes(tree);
  }

  private static void extend(JsonNode node) {
    node.forEach(FaultyAnswers::extend);
    if (node instanceof ObjectNode object) {
      object.put("addedLater", true);
      object.putObject("alsoAddedLater").putArray("items").add("x").addNull();
    }
  }
}
