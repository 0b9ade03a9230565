package dev.tiller.slack;

import dev.tiller.core.chat.ChatFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Why a socket could not be had, or is to be replaced.
sealed interface SocketEnd {

  /// What says so, for logs: Slack's code, or our own.
  String code();

  /// Slack is about to close the connection and wants another first.
  record Refresh(String code) implements SocketEnd {}

  /// Something that passes.
  ///
  /// @param delay how long Slack asked to wait
  record NotNow(String code, Optional<Duration> delay) implements SocketEnd {}

  /// Something that only a person can mend.
  record Refused(String code) implements SocketEnd {}

  static SocketEnd lost(String code) {
    return new NotNow(code, Optional.empty());
  }

  /// What a failed call of `apps.connections.open` means.
  static SocketEnd of(ChatFailure failure) {
    var code = String.valueOf(failure.getMessage());
    return switch (failure) {
      case ChatFailure.NotNow its -> new NotNow(code, its.delay());
      case ChatFailure.OutcomeUnknown _ -> lost(code);
      case ChatFailure.Refused _, ChatFailure.Gone _ -> new Refused(code);
    };
  }

  /// What a `disconnect` frame means (Slack, "Socket Mode", 2026; `too_many_websockets` from
  /// reports).
  static SocketEnd ofDisconnect(String reason) {
    return switch (reason) {
      case "link_disabled" -> new Refused(reason);
      case "too_many_websockets" -> lost(reason);
      default -> new Refresh(reason);
    };
  }

  /// In plain words, with what to do where somebody can do something.
  default String why() {
    if (BAD_TOKEN.contains(code())) {
      return "Slack does not accept the app-level token in SLACK_APP_TOKEN (" + code() + ").";
    }
    return switch (code()) {
      case "not_allowed_token_type" ->
          "SLACK_APP_TOKEN is no app-level token: it begins with xapp-.";
      case "missing_scope", "no_permission" ->
          "The app-level token in SLACK_APP_TOKEN lacks the scope connections:write.";
      case "link_disabled" -> "Socket Mode is switched off in the Slack app's settings.";
      case "too_many_websockets" ->
          "The Slack app has as many connections as Slack allows, which is ten.";
      case "not_reachable", "no_answer" -> "Slack cannot be reached (" + code() + ").";
      default -> "Slack gives no connection (" + code() + ").";
    };
  }

  /// The codes of a token that is wrong, or not valid any more.
  Set<String> BAD_TOKEN =
      Set.of("invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive");
}
