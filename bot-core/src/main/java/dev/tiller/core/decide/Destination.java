package dev.tiller.core.decide;

import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where a follow-up goes.
sealed interface Destination {

  record To(Agent agent) implements Destination {}

  /// There is nobody to follow up on: it begins an agent.
  record NewAgent() implements Destination {}

  /// It is meant for one that takes none any more.
  record Retired(Agent agent) implements Destination {}

  /// It names one that does not exist.
  ///
  /// @param why as a sentence for people
  record Nobody(String why) implements Destination {}

  /// Only the person can say.
  record Undecided(List<Agent> agents) implements Destination {}

  /// @param number the agent that the message names
  /// @param answered the run whose card, or whose request, the message answers
  static Destination of(
      Conversation conversation, Optional<Integer> number, Optional<UUID> answered) {
    if (number.isPresent()) {
      return numbered(conversation, number.get());
    }
    return answered
        .flatMap(conversation::agentOfRun)
        .map(Destination::to)
        .orElseGet(() -> obvious(conversation));
  }

  private static Destination numbered(Conversation conversation, int number) {
    if (conversation.agents().isEmpty()) {
      return new NewAgent();
    }
    return switch (Choice.numbered(conversation, number)) {
      case Choice.One(var agent) -> to(agent);
      case Choice.None(var why) -> new Nobody(why);
      case Choice.Several(var agents) -> new Undecided(agents);
    };
  }

  private static Destination to(Agent agent) {
    return agent.takesPrompts() ? new To(agent) : new Retired(agent);
  }

  private static Destination obvious(Conversation conversation) {
    var agents = conversation.usableAgents();
    return switch (agents.size()) {
      case 0 ->
          Agents.retired(conversation).<Destination>map(Retired::new).orElseGet(NewAgent::new);
      case 1 -> new To(agents.getFirst());
      default -> new Undecided(agents);
    };
  }
}
