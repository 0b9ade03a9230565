package dev.tiller.slack;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ThreadStatus;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Slack's own display of an agent that works in a thread, with a stop button beside it (Web API
/// `agents.sessions.setStatus`, 2026; not typed by the SDK). Only apps that are declared as agents
/// have it, in workspaces whose plan has it. Thread-safe.
final class SlackStatus {

  private static final Logger log = LoggerFactory.getLogger(SlackStatus.class);

  private final SlackApi api;
  private final SlackSettings.AgentStatus wanted;
  private final AtomicBoolean refused = new AtomicBoolean();

  SlackStatus(SlackApi api, SlackSettings.AgentStatus wanted) {
    this.api = api;
    this.wanted = wanted;
  }

  /// Whether there is such a display. Nobody knows before it was tried once; the first refusal
  /// settles it for this process, unless the settings say that there is one.
  boolean isShown() {
    return switch (wanted) {
      case ON -> true;
      case OFF -> false;
      case AUTO -> !refused.get();
    };
  }

  /// @throws ChatFailure when Slack does not answer, or the thread is gone; a refusal is only noted
  void show(Address thread, ThreadStatus status) {
    if (!isShown() || SlackPlaces.isMainLine(thread)) {
      return;
    }
    try {
      api.call(
          "agents.sessions.setStatus",
          Map.of(
              "channel_id", thread.thread().channel(),
              "thread_ts", thread.thread().root(),
              "status", name(status)));
    } catch (ChatFailure.Refused refusal) {
      if (refused.compareAndSet(false, true)) {
        log.atInfo()
            .addKeyValue("code", refusal.getMessage())
            .log("Slack shows no agent status for this app");
      }
    }
  }

  private static String name(ThreadStatus status) {
    return switch (status) {
      case WORKING -> "processing";
      case IDLE -> "active";
    };
  }
}
