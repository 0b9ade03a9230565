package dev.tiller.core.decide;

import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;

/// Which agent of a thread somebody means.
sealed interface Choice {

  record One(Agent agent) implements Choice {}

  /// @param why as a sentence for people
  record None(String why) implements Choice {}

  /// Only the person can say.
  record Several(List<Agent> agents) implements Choice {}

  /// The agent with the number, or the obvious one.
  static Choice of(Conversation conversation, Topic topic, Optional<Integer> number) {
    if (conversation.agents().isEmpty()) {
      return new None(Texts.get("queue.no-agent"));
    }
    return number
        .map(its -> numbered(conversation, its))
        .orElseGet(
            () -> topic.changes() ? toChange(conversation, topic) : new One(toRead(conversation)));
  }

  /// The agent with the number.
  static Choice numbered(Conversation conversation, int number) {
    return conversation.agents().stream()
        .filter(agent -> agent.number() == number)
        .findFirst()
        .<Choice>map(One::new)
        .orElseGet(() -> new None(noSuch(conversation, number)));
  }

  private static String noSuch(Conversation conversation, int number) {
    int agents = conversation.agents().size();
    return Texts.get("queue.no-such-agent", number, agents);
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
        : among(fitting);
  }

  private static Choice among(List<Agent> agents) {
    return agents.size() == 1 ? new One(agents.getFirst()) : new Several(agents);
  }
}
