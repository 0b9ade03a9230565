package dev.tiller.core.cursor.v1;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.FollowUp;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.cursor.CursorText;
import dev.tiller.core.cursor.v1.RunPrompts.Asked;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the run that a follow-up with a lost answer began. A run counts only when its stream says
/// that its user asked for the very same text, so that a run which a person began elsewhere is
/// never taken for ours.
final class FollowUpSearch {

  /// How far the service's clock may be behind ours.
  private static final Duration SKEW = Duration.ofMinutes(2);

  private final V1Runs runs;
  private final RunPrompts prompts;

  FollowUpSearch(V1Runs runs, RunPrompts prompts) {
    this.runs = runs;
    this.prompts = prompts;
  }

  /// Empty when no run there is now began with the prompt. Fails with [NotNow] when a run may have
  /// and cannot be read at the moment.
  Optional<RunId> find(AgentId agent, FollowUp followUp) {
    var candidates = candidates(agent, followUp);
    var unread = false;
    for (var run : candidates) {
      switch (prompts.read(agent, run)) {
        case Asked.For(var prompt) when same(prompt, followUp.prompt()) -> {
          return Optional.of(run);
        }
        case Asked.Unread _ -> unread = true;
        case Asked.For _, Asked.Untold _ -> {}
      }
    }
    if (unread) {
      throw new NotNow("stream_unavailable", Optional.empty(), null);
    }
    return Optional.empty();
  }

  private List<RunId> candidates(AgentId agent, FollowUp followUp) {
    var listed = runs.newest(agent);
    var latest =
        runs.latest(agent)
            .filter(
                id -> listed.stream().noneMatch(run -> run.id().equals(Optional.of(id.value()))))
            .filter(id -> !followUp.known().contains(id))
            .map(id -> runs.run(agent, id));
    return Stream.concat(latest.stream(), listed.stream())
        .filter(run -> recent(run, followUp))
        .flatMap(run -> V1Values.id(run.id()).stream())
        .filter(id -> !followUp.known().contains(id))
        .toList();
  }

  private static boolean recent(V1Wire.Run run, FollowUp followUp) {
    return run.createdAt()
        .flatMap(CursorText::instant)
        .map(created -> !created.isBefore(followUp.sentAt().minus(SKEW)))
        .orElse(true);
  }

  private static boolean same(String one, String other) {
    return one.replace("\r\n", "\n").strip().equals(other.replace("\r\n", "\n").strip());
  }
}
