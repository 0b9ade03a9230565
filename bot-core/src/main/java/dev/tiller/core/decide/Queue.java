package dev.tiller.core.decide;

import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Reaction;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunOptions;
import dev.tiller.core.conversation.RunPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The prompts that wait for an agent: joining them, and their order.
final class Queue {

  /// A burst that is longer goes on as another prompt.
  private static final int BURST_MESSAGES = 10;

  private static final int BURST_CHARACTERS = 3000;

  private Queue() {}

  /// Whether no more may wait.
  static boolean full(Agent agent, Rules rules) {
    return agent.queued().size() >= rules.queue().limit();
  }

  /// The last prompt in line, where a new one belongs to the same burst of messages. A burst has
  /// its time from its first message on.
  static Optional<Run> companion(Agent agent, Run newcomer, Rules rules) {
    return agent.waiting().reversed().stream()
        .findFirst()
        .filter(last -> last.requester().id().equals(newcomer.requester().id()))
        .filter(last -> last.message().isPresent() && newcomer.message().isPresent())
        .filter(last -> alike(last, newcomer))
        .filter(last -> {
          var apart = Duration.between(last.askedAt(), newcomer.askedAt());
          return fits(last, newcomer)
              && rules.queue().burst().isPositive()
              && apart.compareTo(rules.queue().burst()) <= 0;
        });
  }

  private static boolean fits(Run last, Run newcomer) {
    return last.messages().size() < BURST_MESSAGES
        && last.joinedBy(newcomer).prompt().length() <= BURST_CHARACTERS;
  }

  private static boolean alike(Run last, Run newcomer) {
    var options = newcomer.options();
    var choice = newcomer.along().choice();
    return (options.equals(RunOptions.NONE) || options.equals(last.options()))
        && (choice.isEmpty() || choice.equals(last.along().choice()));
  }

  /// Two prompts become one.
  static Decision join(
      Conversation conversation,
      Agent agent,
      Run companion,
      Run newcomer,
      Authority.Verdict verdict) {
    var effects = new ArrayList<Effect>();
    newcomer
        .message()
        .ifPresent(message -> effects.add(new Effect.React(message, Reaction.WORKING)));
    effects.add(
        new Effect.Audit(
            newcomer.requester(), "follow-up joined", companion.id().toString(), verdict.rule()));
    var joined = agent.withRun(companion.id(), run -> run.joinedBy(newcomer));
    return Decision.of(conversation.with(joined), effects);
  }

  /// The agent with this prompt before all others that wait.
  static Agent first(Agent agent, Run run) {
    int place =
        agent.queued().stream()
            .filter(each -> !each.id().equals(run.id()))
            .mapToInt(each -> each.place() - 1)
            .min()
            .orElse(run.place());
    int its = Math.min(place, run.place());
    return agent.withRun(run.id(), each -> each.in(each.turn().at(its)));
  }

  /// The agent with this prompt one place further up.
  static Agent up(Agent agent, Run run) {
    var line = agent.waiting();
    int at = line.indexOf(run);
    if (at <= 0) {
      return agent;
    }
    var ahead = line.get(at - 1);
    return agent
        .withRun(run.id(), each -> each.in(each.turn().at(ahead.place())))
        .withRun(ahead.id(), each -> each.in(each.turn().at(run.place())));
  }

  /// Lets prompts on hold go on, in their order. Where the agent's run is being stopped, its ending
  /// does not hold them again.
  static Decision release(Conversation conversation, Agent agent, List<Run> held) {
    var released = agent;
    for (var run : held) {
      released = released.withRun(run.id(), Queue::waitingAgain);
    }
    var stopping = agent.activeRun().filter(active -> active.stopAskedBy().isPresent());
    if (stopping.isPresent()) {
      released = released.withRun(stopping.get().id(), run -> run.in(run.turn().yielding(true)));
    }
    return Agents.next(conversation.with(released), released, List.of());
  }

  private static Run waitingAgain(Run run) {
    return run.startingAgain(Optional.empty()).stopFailed().withPhase(RunPhase.WAITING);
  }

  /// Has the run at work cancelled, so that this prompt goes out before all others. One that is
  /// still on its way to the service is cancelled once it is there.
  static Decision overtake(Conversation conversation, Agent agent, Run run, Person by) {
    var active = agent.activeRun().orElseThrow();
    boolean asked = active.stopAskedBy().isPresent();
    var waiting = waitingAgain(run);
    var after =
        first(agent.withRun(run.id(), _ -> waiting), waiting)
            .withRun(
                active.id(),
                each ->
                    each.stopAsked(each.stopAskedBy().orElse(by)).in(each.turn().yielding(true)));
    return active.phase() == RunPhase.RUNNING && !asked
        ? Decision.of(conversation.with(after), new Effect.Cancel(active.id()))
        : Decision.of(conversation.with(after));
  }
}
