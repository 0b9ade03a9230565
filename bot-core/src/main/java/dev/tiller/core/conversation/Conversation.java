package dev.tiller.core.conversation;

import dev.tiller.core.chat.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// A thread in which the bot was addressed, with all that happened in it. Everything about a thread
/// is decided on one value of this, under the thread's lock.
///
/// @param agents oldest first
public record Conversation(UUID id, Address address, List<Agent> agents, Manner manner) {

  public Conversation {
    agents = List.copyOf(agents);
  }

  /// One where the bot behaves as usual.
  public Conversation(UUID id, Address address, List<Agent> agents) {
    this(id, address, agents, Manner.USUAL);
  }

  public Conversation with(Manner changed) {
    return new Conversation(id, address, agents, changed);
  }

  public Optional<Agent> agent(UUID agent) {
    return agents.stream().filter(each -> each.id().equals(agent)).findFirst();
  }

  /// The agent that a run belongs to.
  public Optional<Agent> agentOfRun(UUID run) {
    return agents.stream().filter(each -> each.run(run).isPresent()).findFirst();
  }

  /// Agents that can take a follow-up, now or once they are created, and whose request was not
  /// given to another.
  public List<Agent> usableAgents() {
    return agents.stream().filter(Agent::takesPrompts).toList();
  }

  public Conversation with(Agent agent) {
    var changed = new ArrayList<>(agents);
    changed.replaceAll(each -> each.id().equals(agent.id()) ? agent : each);
    if (!changed.contains(agent)) {
      changed.add(agent);
    }
    return new Conversation(id, address, changed, manner);
  }

  /// The conversation with one run changed.
  public Conversation withRun(UUID run, UnaryOperator<Run> change) {
    return agentOfRun(run).map(agent -> with(agent.withRun(run, change))).orElse(this);
  }
}
