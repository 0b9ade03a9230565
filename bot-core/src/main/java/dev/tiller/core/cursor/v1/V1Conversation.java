package dev.tiller.core.cursor.v1;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.AgentRecords.Author;
import dev.tiller.core.agents.AgentRecords.Message;
import dev.tiller.core.agents.CloudAgentsException.Gone;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.cursor.v1.RunPrompts.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Pieces an agent's conversation together from its runs, for v1 keeps none: what each was asked
/// for, and its last words.
final class V1Conversation {

  private final V1Runs runs;
  private final RunPrompts prompts;

  V1Conversation(V1Runs runs, RunPrompts prompts) {
    this.runs = runs;
    this.prompts = prompts;
  }

  /// Oldest first.
  ///
  /// @param known prompts that need not be looked for
  List<Message> read(AgentId agent, Map<RunId, String> known) {
    var messages = new ArrayList<Message>();
    for (var wire : runs.all(agent).reversed()) {
      V1Values.id(wire.id())
          .ifPresent(run -> {
            prompt(agent, run, known)
                .ifPresent(text -> messages.add(new Message(Author.PERSON, text)));
            result(agent, run).ifPresent(text -> messages.add(new Message(Author.AGENT, text)));
          });
    }
    return messages;
  }

  private Optional<String> prompt(AgentId agent, RunId run, Map<RunId, String> known) {
    return Optional.ofNullable(known.get(run)).or(() -> fromStream(agent, run));
  }

  private Optional<String> fromStream(AgentId agent, RunId run) {
    return switch (prompts.read(agent, run)) {
      case Asked.For(var prompt) -> Optional.of(prompt).filter(text -> !text.isBlank());
      case Asked.Untold _, Asked.Unread _ -> Optional.empty();
    };
  }

  /// Lists leave results out, so each run is asked for. One that is not there any more has none.
  private Optional<String> result(AgentId agent, RunId run) {
    try {
      return runs.run(agent, run).result().filter(text -> !text.isBlank());
    } catch (Gone _) {
      return Optional.empty();
    }
  }
}
