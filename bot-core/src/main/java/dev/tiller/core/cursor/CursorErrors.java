package dev.tiller.core.cursor;

import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.CloudAgentsException.AlreadyLaunched;
import dev.tiller.core.agents.CloudAgentsException.Busy;
import dev.tiller.core.agents.CloudAgentsException.Gone;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.CloudAgentsException.OutcomeUnknown;
import dev.tiller.core.agents.CloudAgentsException.Reason;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/// What a failed call means for what can be done next. The service's code decides; where it has
/// none that we know, the HTTP status does. Message texts never do.
final class CursorErrors {

  private CursorErrors() {}

  /// For an answer that is no success.
  static CloudAgentsException of(ApiVersion version, Call call, Answer answer, Instant now) {
    var error = answer.error();
    return switch (error.code()) {
      case "agent_id_conflict" -> new AlreadyLaunched(error.code());
      case "agent_busy" -> new Busy(error.code());
      case "run_not_cancellable" -> new Gone(error.code());
      case "rate_limit_exceeded", "resource_exhausted", "stream_unavailable" ->
          new NotNow(error.code(), RetryAfter.of(answer, now), null);
      case "internal_error", "upstream_error", "client_cancelled" -> interrupted(call, answer, now);
      default ->
          reason(error)
              .<CloudAgentsException>map(reason -> refused(reason, error))
              .orElseGet(() -> byStatus(version, call, answer, now));
    };
  }

  /// For a call that brought no answer, or none that can be read.
  static CloudAgentsException of(Call call, String code, @Nullable Throwable cause) {
    return call == Call.READ || neverSent(cause)
        ? new NotNow(code, Optional.empty(), cause)
        : new OutcomeUnknown(code, cause);
  }

  private static boolean neverSent(@Nullable Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof HttpConnectTimeoutException
        || cause instanceof UnknownHostException
        || cause instanceof SSLHandshakeException;
  }

  private static Optional<Reason> reason(ErrorBody error) {
    return Optional.ofNullable(
        switch (error.code()) {
          case "unauthorized",
              "unauthenticated",
              "api_key_not_found",
              "service_account_required",
              "key_not_supported" ->
              Reason.KEY;
          case "plan_required", "role_forbidden" -> Reason.PLAN;
          case "feature_unavailable" -> Reason.FEATURE;
          case "usage_limit_exceeded" -> Reason.USAGE_LIMIT;
          case "repository_required", "repository_access", "integration_not_connected" ->
              Reason.REPOSITORY;
          case "invalid_branch_name" -> Reason.BRANCH;
          case "pr_resolution_failed" -> Reason.PULL_REQUEST;
          case "invalid_model" -> Reason.MODEL;
          case "agent_archived" -> Reason.ARCHIVED;
          case "validation_error" -> error.ofGitProvider() ? Reason.REPOSITORY : Reason.REQUEST;
          case "not_implemented", "environment_name_conflict" -> Reason.REQUEST;
          default -> null;
        });
  }

  private static CloudAgentsException byStatus(
      ApiVersion version, Call call, Answer answer, Instant now) {
    var error = answer.error();
    return switch (answer.status()) {
      case 401 -> refused(Reason.KEY, error);
      case 402 -> refused(Reason.USAGE_LIMIT, error);
      case 403 -> refused(Reason.PLAN, error);
      case 404, 410 ->
          call == Call.LAUNCH ? refused(Reason.REQUEST, error) : new Gone(error.code());
      case 409 -> conflict(version, call, error);
      case 425, 429 -> new NotNow(error.code(), RetryAfter.of(answer, now), null);
      case 408, 499 -> interrupted(call, answer, now);
      default ->
          answer.status() >= 500 ? interrupted(call, answer, now) : refused(Reason.REQUEST, error);
    };
  }

  /// The service broke off and may have acted before it did.
  private static CloudAgentsException interrupted(Call call, Answer answer, Instant now) {
    var code = answer.error().code();
    return call == Call.READ
        ? new NotNow(code, RetryAfter.of(answer, now), null)
        : new OutcomeUnknown(code, null);
  }

  /// A 409 with a code we do not know. Both versions document what it can mean for each call.
  private static CloudAgentsException conflict(ApiVersion version, Call call, ErrorBody error) {
    if (version == ApiVersion.V0) {
      return new Gone(error.code());
    }
    return switch (call) {
      case LAUNCH -> new AlreadyLaunched(error.code());
      case FOLLOW_UP -> new Busy(error.code());
      case CANCEL, READ -> new Gone(error.code());
      case CHANGE -> refused(Reason.REQUEST, error);
    };
  }

  private static Refused refused(Reason reason, ErrorBody error) {
    return new Refused(reason, error.code(), error.message());
  }
}
