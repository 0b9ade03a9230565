package dev.tiller.core.decide;

import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.AgentRequest;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When a platform has said how a person is called whom it had only named by id.
public final class OnName {

  private OnName() {}

  /// Somebody who takes part in a conversation.
  public static Optional<Person> participant(Conversation conversation, String id) {
    return conversation.agents().stream()
        .flatMap(OnName::people)
        .filter(person -> person.id().equals(id))
        .findFirst();
  }

  private static Stream<Person> people(Agent agent) {
    var runs =
        agent.runs().stream()
            .flatMap(run -> Stream.concat(Stream.of(run.requester()), run.stopAskedBy().stream()));
    return Stream.concat(Stream.of(agent.request().owner()), runs);
  }

  /// Everything that shows the person shows the name, and what asks for a decision about somebody
  /// nameless is said anew.
  public static Decision known(Conversation conversation, String id, String name) {
    var agents = conversation.agents().stream().map(agent -> named(agent, id, name)).toList();
    var after =
        new Conversation(conversation.id(), conversation.address(), agents, conversation.manner());
    return Decision.of(after, asked(conversation, after, id));
  }

  private static List<Effect> asked(Conversation before, Conversation after, String id) {
    return after.agents().stream()
        .flatMap(agent ->
            agent.suggestions().stream()
                .filter(run -> run.requester().id().equals(id))
                .filter(run -> nameless(before, agent, run))
                .map(run -> Suggestions.asking(agent, run)))
        .toList();
  }

  private static boolean nameless(Conversation before, Agent agent, Run run) {
    return before
        .agent(agent.id())
        .flatMap(its -> its.run(run.id()))
        .filter(its -> its.requester().nameless())
        .isPresent();
  }

  private static Agent named(Agent agent, String id, String name) {
    var runs = agent.runs().stream().map(run -> named(run, id, name)).toList();
    AgentRequest request = agent.request();
    return agent.asked(request.ownedBy(named(request.owner(), id, name))).withRuns(runs);
  }

  private static Run named(Run run, String id, String name) {
    return run.by(
        named(run.requester(), id, name), run.stopAskedBy().map(by -> named(by, id, name)));
  }

  private static Person named(Person person, String id, String name) {
    return person.id().equals(id) ? new Person(id, person.handle(), name) : person;
  }
}
