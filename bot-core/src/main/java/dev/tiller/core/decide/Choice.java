package dev.tiller.core.decide;

import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import java.util.List;
import java.util.Optional;

/// Which agent of a thread somebody means.
sealed interface Choice {

  record One(Agent agent) implements Choice {}

  /// @param why as a sentence for people
  record None(String why) implements Choice {}

  /// Only the person can say.
  record Several(List<Agent> agents) implements Choice {}

  String NO_AGENT = "There is no agent in this thread yet. Mention me with a task to start one.";

  /// The agent with the number, or the obvious one.
  static Choice of(Conversation conversation, Topic topic, Optional<Integer> number) {
    if (conversation.agents().isEmpty()) {
      return new None(NO_AGENT);
    }
    return number
        .map(its -> numbered(conversation, its))
        .orElseGet(
            () -> topic.changes() ? toChange(conversation, topic) : new One(toRead(conversation)));
  }

  /// The agent to stop: the one with the number, or the only one that has something to stop.
  static Choice toStop(Conversation conversation, Optional<Integer> number) {
    return number
        .map(its -> numbered(conversation, its))
        .orElseGet(() ->
            among(
                conversation.agents().stream().filter(Stops::stoppable).toList(),
                "Nothing is running in this thread."));
  }

  private static Choice numbered(Conversation conversation, int number) {
    return conversation.agents().stream()
        .filter(agent -> agent.number() == number)
        .findFirst()
        .<Choice>map(One::new)
        .orElseGet(() -> new None(noSuch(conversation, number)));
  }

  private static String noSuch(Conversation conversation, int number) {
    int agents = conversation.agents().size();
    return "There is no agent %d in this thread; %s."
        .formatted(
            number,
            switch (agents) {
              case 0 -> "it has none yet";
              case 1 -> "it has only agent 1";
              default -> "its agents are 1 to " + agents;
            });
  }

  private static Agent toRead(Conversation conversation) {
    var agents = conversation.agents();
    return agents.reversed().stream()
        .filter(agent -> agent.activeRun().isPresent())
        .findFirst()
        .orElseGet(agents::getLast);
  }

  private static Choice toChange(Conversation conversation, Topic topic) {
    var agents = conversation.agents();
    var fitting = agents.stream().filter(agent -> Deeds.suits(agent, topic)).toList();
    var latest = agents.getLast();
    return fitting.isEmpty()
        ? Deeds.obstacle(latest, topic).<Choice>map(None::new).orElseGet(() -> new One(latest))
        : among(fitting, NO_AGENT);
  }

  private static Choice among(List<Agent> agents, String none) {
    return switch (agents.size()) {
      case 0 -> new None(none);
      case 1 -> new One(agents.getFirst());
      default -> new Several(agents);
    };
  }
}
