package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/// `agents.sessions.setStatus`, of an app that is declared as an agent (Web API, 2026).
final class SessionMethods {

  private static final Set<String> STATUSES = Set.of("active", "processing", "suspended", "closed");

  private final SlackStore store;
  private final SlackSessions sessions;

  SessionMethods(SlackStore store, SlackSessions sessions) {
    this.store = store;
    this.sessions = sessions;
  }

  Map<String, SlackApi.Method> all() {
    return Map.of("agents.sessions.setStatus", this::setStatus);
  }

  private ObjectNode setStatus(SlackArguments arguments) {
    var channel =
        SlackWorld.channel(arguments.required("channel_id"))
            .orElseThrow(() -> new SlackError("channel_not_found"));
    var root = arguments.required("thread_ts");
    store.checkRoot(channel.id(), root);
    var status = arguments.required("status");
    if (!STATUSES.contains(status)) {
      throw new SlackError("invalid_arguments");
    }
    sessions.set(channel.id(), root, status);
    return object("status", status, "agent_status", status);
  }
}
