package dev.tiller.core.decide;

import dev.tiller.core.chat.Reaction;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// The one place where runs end, whatever the way the news came. A run ends once.
final class Endings {

  private Endings() {}

  /// Ends a run and does what follows: the mark on the request, the word to the requester, the next
  /// prompt. Nothing when it has ended before.
  static Decision end(Conversation conversation, UUID run, Ending ending) {
    var agent = conversation.agentOfRun(run).orElseThrow();
    if (agent.run(run).orElseThrow().ending().isPresent()) {
      return Decision.nothing(conversation);
    }
    var ended = agent.withRun(run, each -> each.ended(ending));
    var its = ended.run(run).orElseThrow();
    boolean goesOn = ended.usable() && (ending.how() == Ending.How.FINISHED || its.turn().yields());
    var next = goesOn ? ended : Agents.hold(ended);
    var effects = new ArrayList<Effect>();
    effects.add(new Effect.Say("end/" + run, EndNotices.of(next, its, ending)));
    if (its.serviceRun().isPresent() && next.state() == LaunchState.LAUNCHED) {
      effects.add(new Effect.Measure(run));
    }
    if (its.sentAt().isPresent() && next.atService()) {
      effects.add(new Effect.Gather(run));
    }
    return after(conversation.with(next), next, its, effects);
  }

  /// What follows every ending: the mark, and the turn of the next prompt.
  static Decision after(
      Conversation conversation, Agent agent, Run run, List<? extends Effect> soFar) {
    var effects = new ArrayList<Effect>(soFar);
    run.messages().forEach(message -> effects.add(new Effect.React(message, mark(run))));
    return Agents.next(conversation, agent, effects);
  }

  /// The service does not take the agent at all: its first run ends, and what waited behind it,
  /// too.
  static Decision refuseAgent(
      Conversation conversation, UUID agent, LaunchState state, Ending ending) {
    var refused = conversation.agent(agent).orElseThrow().withState(state);
    return endAgent(
        conversation, refused, run -> run.equals(refused.firstRun()) ? ending : unsent(ending));
  }

  /// The agent is as it is now, and all its runs that have not ended end. What was only suggested
  /// is declined.
  static Decision endAgent(Conversation conversation, Agent now, Function<Run, Ending> ending) {
    var decision = Decision.of(conversation.with(now));
    for (var run : now.runs()) {
      if (run.ending().isEmpty()) {
        var its = ending.apply(run);
        decision =
            decision.then(after ->
                run.phase() == RunPhase.SUGGESTED
                    ? OnSuggestion.lapsed(after, run, its.at())
                    : end(after, run.id(), its));
      }
    }
    return decision;
  }

  private static Ending unsent(Ending first) {
    return Ending.because(first.how(), first.at(), Texts.get("reply.no-agent-started"));
  }

  private static Reaction mark(Run run) {
    var finished = run.ending().filter(ending -> ending.how() == Ending.How.FINISHED).isPresent();
    return finished ? Reaction.DONE : Reaction.FAILED;
  }
}
