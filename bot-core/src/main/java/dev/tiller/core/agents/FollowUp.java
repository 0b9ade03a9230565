package dev.tiller.core.agents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A further prompt for an agent.
///
/// @param sentAt when it was sent first; what the service knew before then is not its effect
/// @param known the agent's runs that belong to other prompts
/// @param images at most five
/// @param mode absent leaves it to the service; only with [CloudAgents.Feature#PLAN]
/// @param model for this prompt and later ones; absent keeps the model in use. Only with
///   [CloudAgents.Feature#FOLLOW_UP_MODEL]
public record FollowUp(
    String prompt,
    Instant sentAt,
    Set<RunId> known,
    List<Image> images,
    Optional<Mode> mode,
    Optional<String> model) {

  public FollowUp {
    known = Set.copyOf(known);
    images = List.copyOf(images);
  }

  /// A follow-up of text alone.
  public FollowUp(String prompt, Instant sentAt, Set<RunId> known) {
    this(prompt, sentAt, known, List.of(), Optional.empty(), Optional.empty());
  }
}
