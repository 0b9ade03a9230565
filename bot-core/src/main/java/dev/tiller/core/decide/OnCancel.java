package dev.tiller.core.decide;

import dev.tiller.core.conversation.Conversation;
import java.util.UUID;

/// When the service does not let itself be told to stop.
public final class OnCancel {

  private OnCancel() {}

  /// The run goes on; whoever asked for the stop is told, and may ask again.
  ///
  /// @param attempt names this stop among those of the run
  public static Decision failed(Conversation conversation, UUID run, long attempt) {
    var agent = conversation.agentOfRun(run).orElseThrow();
    var its = agent.run(run).orElseThrow();
    if (its.ending().isPresent()) {
      return Decision.nothing(conversation);
    }
    return Decision.of(
        conversation.withRun(run, each -> each.stopFailed()),
        new Effect.Say("not-stopped/" + run + "/" + attempt, Replies.notStopped(agent, its)));
  }
}
