package dev.tiller.core.agents;

import java.time.Instant;
import java.util.Set;

/// A further prompt for an agent.
///
/// @param sentAt when it was sent first; what the service knew before then is not its effect
/// @param known the agent's runs that belong to other prompts
public record FollowUp(String prompt, Instant sentAt, Set<RunId> known) {

  public FollowUp {
    known = Set.copyOf(known);
  }
}
