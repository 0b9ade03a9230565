package dev.tiller.core.decide;

import dev.tiller.core.agents.Mode;
import dev.tiller.core.chat.Reaction;
import dev.tiller.core.conversation.Along;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunOptions;
import dev.tiller.core.conversation.RunPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sending once more what failed or may have been lost, and having a plan carried out. Whoever
/// clicks may steer the agent.
final class OnRetry {

  private OnRetry() {}

  /// Sends once more what may have been lost.
  static Decision send(Click click) {
    var run = click.run();
    if (run.phase() != RunPhase.UNCERTAIN || !RunButtons.sendsAgain(click.agent(), run)) {
      return click.already();
    }
    if (run.equals(click.agent().firstRun())) {
      return anotherAgent(click);
    }
    if (!click.agent().takesPrompts()) {
      return click.note(AgentReplies.retiredNote(click.agent()));
    }
    return Queue.release(click.conversation(), click.agent(), List.of(run))
        .then(now -> Decision.of(now, click.audit("send", run.id())));
  }

  /// A first run starts a new agent, as does a run whose agent is gone; a later one is sent to the
  /// same agent again.
  static Decision retry(Click click) {
    var run = click.run();
    if (run.retried()
        || click.agent().movedTo().isPresent()
        || run.ending().filter(RunButtons::retryable).isEmpty()) {
      return click.already();
    }
    return run.equals(click.agent().firstRun()) || !click.agent().usable() || expired(run)
        ? anotherAgent(click)
        : sameAgent(click);
  }

  private static boolean expired(Run run) {
    return run.ending().filter(its -> its.how() == Ending.How.EXPIRED).isPresent();
  }

  private static Decision anotherAgent(Click click) {
    var run = click.run();
    var marked = click.conversation().withRun(run.id(), Run::wasRetried);
    var request = click.agent().requestFor(run).ownedBy(click.actor());
    var another =
        Agents.begin(marked, request, run.message(), run.prompt(), click.moment())
            .taking(run.along().again());
    var effects = new ArrayList<Effect>();
    run.message().ifPresent(message -> effects.add(new Effect.React(message, Reaction.WORKING)));
    effects.add(new Effect.Launch(another.id()));
    effects.add(click.audit("retry", another.id()));
    return Decision.of(marked.with(another), effects);
  }

  private static Decision sameAgent(Click click) {
    var run = click.run();
    var marked = click.conversation().withRun(run.id(), Run::wasRetried);
    return another(click, marked, run.message(), run.prompt(), run.options(), run.along().again());
  }

  /// Has a plan carried out, as long as nothing has followed it.
  static Decision carryOut(Click click) {
    if (!RunButtons.carriesOut(click.agent(), click.run())) {
      return click.already();
    }
    var agentMode = new RunOptions(Optional.of(Mode.AGENT), Optional.empty());
    return another(
        click,
        click.conversation(),
        Optional.empty(),
        "Carry out the plan.",
        agentMode,
        Along.NOTHING);
  }

  private static Decision another(
      Click click,
      Conversation now,
      Optional<String> message,
      String prompt,
      RunOptions options,
      Along along) {
    var its = now.agent(click.agent().id()).orElseThrow();
    var phase = Agents.free(its) ? RunPhase.STARTING : RunPhase.WAITING;
    var next =
        Run.asked(
            click.moment().newId(),
            its.runs().size() + 1,
            click.actor(),
            message,
            prompt,
            options,
            phase,
            click.moment().now());
    return Agents.plusRun(now, its, next.taking(along), click.verdict());
  }
}
