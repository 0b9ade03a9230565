package dev.tiller.core.decide;

import dev.tiller.core.chat.Addressing;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.settings.Preferences;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// Threads in words, such as `running idle`: their agents, numbered from 1.
final class Threads {

  private Threads() {}

  static Conversation of(String agents) {
    var states = agents.isBlank() ? List.<String>of() : List.of(agents.strip().split(" ", -1));
    return Samples.thread(
        IntStream.range(0, states.size())
            .mapToObj(at -> numbered(at + 1, agent(states.get(at))))
            .toArray(Agent[]::new));
  }

  private static Agent agent(String state) {
    var running = Samples.running();
    var finished = Samples.finished();
    return switch (state) {
      case "running" -> running;
      case "idle" -> finished;
      case "creating" -> Samples.requested();
      case "busy" -> running.plus(Samples.followUp(running, RunPhase.WAITING));
      case "held" -> finished.plus(Samples.followUp(finished, RunPhase.HELD));
      case "stopping" ->
          running.withRun(running.firstRun().id(), run -> run.stopAsked(Samples.BEN));
      case "archived" -> finished.withState(LaunchState.ARCHIVED);
      case "deleted" -> finished.withState(LaunchState.DELETED);
      case "refused" -> finished.withState(LaunchState.REFUSED);
      case "moved" -> finished.moved(Samples.WEB);
      case "bens" -> running.asked(running.request().ownedBy(Samples.BEN));
      default -> throw new IllegalArgumentException(state);
    };
  }

  private static Agent numbered(int number, Agent agent) {
    return new Agent(
        agent.id(),
        number,
        agent.request(),
        agent.state(),
        agent.serviceId(),
        agent.page(),
        agent.calledAt(),
        agent.runs(),
        agent.movedTo());
  }

  /// An agent at work, with so many follow-ups of Ann's that wait.
  static Agent busy(int waiting) {
    var agent = Samples.running();
    for (int i = 0; i < waiting; i++) {
      var run =
          Run.asked(
              UUID.randomUUID(),
              agent.runs().size() + 1,
              Samples.ANN,
              Optional.of("m" + (i + 2)),
              "step " + (i + 1),
              RunPhase.WAITING,
              Samples.NOON.minusSeconds(600));
      agent = agent.plus(run);
    }
    return agent;
  }

  /// What waits, in order.
  static List<String> line(Decision decision) {
    return Deciding.only(decision).waiting().stream().map(Run::prompt).toList();
  }

  /// A message that answers the card of a run.
  static Decision answers(Conversation conversation, Person author, Run run, String text) {
    var addressing = new Addressing(true, List.of(), Optional.of(new MessageRef("card")));
    var message =
        new InboundMessage(
            conversation.address(),
            "m9",
            author,
            Place.CHANNEL,
            text,
            false,
            false,
            List.of(),
            addressing);
    return OnMessage.decide(
        conversation, message, Grammar.parse(text), around(conversation, author, run));
  }

  private static Surroundings around(Conversation conversation, Person person, Run answered) {
    return around(
        conversation,
        person,
        new Surroundings.Memory(
            message ->
                Optional.of(answered.id()).filter(_ -> message.equals(new MessageRef("card"))),
            () -> 0,
            List::of));
  }

  static Surroundings around(Conversation conversation, Person person, Surroundings.Memory memory) {
    var background = Deciding.background(Deciding.RULES);
    return new Surroundings(
        () -> background,
        () -> Deciding.settings(conversation, person, background),
        Preferences.NONE,
        Deciding.RULES,
        Deciding.noon(),
        memory);
  }
}
