package dev.tiller.slack;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ThreadStatus;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Slack's own display of an agent that works in a thread, with a stop button beside it (Web API
/// `agents.sessions.setStatus`, 2026; not typed by the SDK). Only apps that are declared as agents
/// have it, in workspaces whose plan has it. Thread-safe.
final class SlackStatus {

  private static final Logger log = LoggerFactory.getLogger(SlackStatus.class);

  /// What Slack answers where the app or its workspace has no such display, whatever the thread.
  private static final Set<String> OF_THE_APP =
      Set.of(
          "unknown_method",
          "missing_scope",
          "not_allowed",
          "not_allowed_token_type",
          "feature_not_enabled",
          "feature_disabled",
          "no_permission",
          "access_denied",
          "team_access_not_granted",
          "method_deprecated");

  /// What is known of the display.
  private enum Display {
    UNTRIED,
    SEEN,
    MISSING
  }

  private final SlackApi api;
  private final SlackSettings.AgentStatus wanted;
  private final AtomicReference<Display> display = new AtomicReference<>(Display.UNTRIED);

  SlackStatus(SlackApi api, SlackSettings.AgentStatus wanted) {
    this.api = api;
    this.wanted = wanted;
  }

  /// Whether there is such a display. Nobody knows before it was tried: a refusal that speaks of
  /// the app settles it for this process, unless the display was seen to work or the settings say
  /// that there is one.
  boolean isShown() {
    return switch (wanted) {
      case ON -> true;
      case OFF -> false;
      case AUTO -> display.get() != Display.MISSING;
    };
  }

  /// That nothing is at work any more is always told, so that no thread looks busy for good.
  ///
  /// @throws ChatFailure when Slack does not answer, or the thread is gone; a refusal is only noted
  void show(Address thread, ThreadStatus status) {
    if (isLeftOut(status) || SlackPlaces.isMainLine(thread)) {
      return;
    }
    try {
      api.call(
          "agents.sessions.setStatus",
          Map.of(
              "channel_id", thread.thread().channel(),
              "thread_ts", thread.thread().root(),
              "status", name(status)));
      display.set(Display.SEEN);
    } catch (ChatFailure.Refused refusal) {
      note(String.valueOf(refusal.getMessage()));
    }
  }

  private boolean isLeftOut(ThreadStatus status) {
    return wanted == SlackSettings.AgentStatus.OFF
        || (status == ThreadStatus.WORKING && !isShown());
  }

  private void note(String code) {
    if (!OF_THE_APP.contains(code)) {
      log.atInfo().addKeyValue("code", code).log("agent status not shown");
    } else if (display.compareAndSet(Display.UNTRIED, Display.MISSING)) {
      log.atInfo().addKeyValue("code", code).log("Slack shows no agent status for this app");
    }
  }

  private static String name(ThreadStatus status) {
    return switch (status) {
      case WORKING -> "processing";
      case IDLE -> "active";
    };
  }
}
