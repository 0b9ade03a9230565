package dev.tiller.core.decide;

import dev.tiller.core.chat.Card.Fact;
import dev.tiller.core.chat.Reaction;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.AgentRequest;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Beginning agents and runs, and passing the turn on.
final class Agents {

  private static final int TASK = 80;

  private Agents() {}

  static Agent begin(
      Conversation conversation,
      AgentRequest request,
      Optional<String> message,
      String prompt,
      Moment moment) {
    var run =
        Run.asked(
            moment.newId(), 1, request.owner(), message, prompt, RunPhase.STARTING, moment.now());
    return new Agent(
        moment.newId(),
        conversation.agents().size() + 1,
        request,
        LaunchState.REQUESTED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(run));
  }

  /// The agent that a follow-up in a thread without any usable agent would have gone to: one that
  /// was put away, or the latest when somebody had it deleted.
  static Optional<Agent> retired(Conversation conversation) {
    var latestFirst = conversation.agents().reversed();
    return latestFirst.stream()
        .filter(agent -> agent.state() == LaunchState.ARCHIVED)
        .findFirst()
        .or(() ->
            latestFirst.stream()
                .limit(1)
                .filter(agent -> agent.state() == LaunchState.DELETED)
                .findFirst());
  }

  /// Whether a prompt for this agent can go out at once.
  static boolean free(Agent agent) {
    return agent.state() == LaunchState.LAUNCHED
        && agent.activeRun().isEmpty()
        && agent.waiting().isEmpty();
  }

  /// A follow-up joins its agent: sent at once, or queued.
  static Decision plusRun(
      Conversation conversation, Agent agent, Run run, Authority.Verdict verdict) {
    var effects = new ArrayList<Effect>();
    run.message().ifPresent(message -> effects.add(new Effect.React(message, Reaction.WORKING)));
    if (run.phase() == RunPhase.STARTING) {
      effects.add(new Effect.Prompt(agent.id(), run.id()));
    }
    effects.add(
        new Effect.Audit(run.requester(), "follow-up", run.id().toString(), verdict.rule()));
    return Decision.of(conversation.with(agent.plus(run)), effects);
  }

  /// Gives the turn to the next waiting prompt, if the agent is free for one.
  static Decision next(Conversation conversation, Agent agent, List<Effect> soFar) {
    var now = conversation.agent(agent.id()).orElseThrow();
    var next = now.waiting().stream().findFirst();
    if (now.state() != LaunchState.LAUNCHED || now.activeRun().isPresent() || next.isEmpty()) {
      return Decision.of(conversation, soFar);
    }
    var effects = new ArrayList<>(soFar);
    effects.add(new Effect.Prompt(agent.id(), next.get().id()));
    return Decision.of(
        conversation.withRun(next.get().id(), run -> run.withPhase(RunPhase.STARTING)), effects);
  }

  /// An agent as a line of a card: where it works, how it stands, and on what.
  static Fact fact(Agent agent) {
    return new Fact(
        Texts.get("picker.name", agent.number()),
        Texts.get(
            "picker.does",
            agent.request().repository().display(),
            RunCards.title(agent),
            Words.excerpt(agent.currentRun().prompt(), TASK)));
  }

  /// Takes all waiting prompts out of the queue until somebody says go.
  static Agent hold(Agent agent) {
    return agent.withRuns(
        agent.runs().stream()
            .map(run -> run.phase() == RunPhase.WAITING ? run.withPhase(RunPhase.HELD) : run)
            .toList());
  }
}
