package dev.tiller.core.decide;

import dev.tiller.core.agents.Accepted;
import dev.tiller.core.agents.CloudAgentsException.Reason;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunOptions;
import dev.tiller.core.conversation.RunPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The life of a follow-up on its way to the service: `starting → sending → running`, with the same
/// care as a launch. A follow-up with a lost answer is never sent again by itself.
public final class OnPrompt {

  private OnPrompt() {}

  /// What to do about a follow-up whose turn has come.
  public sealed interface Next extends FirstStep {
    /// Send it; the state says so already.
    record Send(Conversation after) implements Next {
      @Override
      public Written written() {
        return new Written.Asking(Decision.of(after));
      }
    }

    /// The answer to an earlier try was lost: look for its effect.
    record Look(Agent agent, Run run) implements Next {
      @Override
      public Written written() {
        return new Written.Nothing();
      }
    }

    record Settled(Decision decision) implements Next {
      @Override
      public Written written() {
        return new Written.Ended(decision);
      }
    }
  }

  public static Next next(Conversation conversation, UUID id, Rules rules, Moment moment) {
    var agent = conversation.agentOfRun(id).orElseThrow();
    var run = agent.run(id).orElseThrow();
    if (run.phase() == RunPhase.SENDING) {
      return new Next.Look(agent, run);
    }
    if (run.phase() != RunPhase.STARTING) {
      return new Next.Settled(Decision.nothing(conversation));
    }
    if (agent.state() == LaunchState.GONE || agent.state() == LaunchState.DELETED) {
      return new Next.Settled(gone(conversation, id, moment));
    }
    return unsent(agent, run, rules, moment)
        .<Next>map(ending -> new Next.Settled(Endings.end(conversation, id, ending)))
        .orElseGet(
            () -> new Next.Send(conversation.withRun(id, each -> each.sending(moment.now()))));
  }

  /// Why a follow-up does not go out after all: somebody has stopped it, or the version of the
  /// service has changed since the person asked.
  private static Optional<Ending> unsent(Agent agent, Run run, Rules rules, Moment moment) {
    var stopped =
        run.stopAskedBy()
            .map(by -> Ending.because(Ending.How.STOPPED, moment.now(), StopReplies.unsentBy(by)));
    var wanted = new RunOptions(agent.modeOf(run), run.options().model());
    return stopped.or(() ->
        Unsupported.inFollowUp(wanted, rules)
            .map(why -> Ending.because(Ending.How.REFUSED, moment.now(), why)));
  }

  public static Decision accepted(Conversation conversation, UUID id, Accepted accepted) {
    var run = run(conversation, id);
    if (run.phase() != RunPhase.SENDING && run.phase() != RunPhase.UNCERTAIN) {
      return Decision.nothing(conversation);
    }
    var after = conversation.withRun(id, each -> each.running(accepted.run()));
    return run.stopAskedBy().isPresent()
        ? Decision.of(after, new Effect.Cancel(id))
        : Decision.of(after);
  }

  /// @param menders a sentence that names who can mend what is amiss with the bot's account
  public static Decision refused(
      Conversation conversation,
      UUID id,
      Refused refusal,
      Supplier<String> menders,
      Moment moment) {
    return Endings.end(
        refusal.reason() == Reason.ARCHIVED ? archived(conversation, id) : conversation,
        id,
        Ending.because(Ending.How.REFUSED, moment.now(), Causes.of(refusal, menders)));
  }

  /// Somebody, or time, has put the agent away in Cursor.
  private static Conversation archived(Conversation conversation, UUID run) {
    var agent = conversation.agentOfRun(run).orElseThrow();
    return agent.state() == LaunchState.LAUNCHED
        ? conversation.with(agent.withState(LaunchState.ARCHIVED))
        : conversation;
  }

  /// The service does not have the agent any more.
  public static Decision gone(Conversation conversation, UUID id, Moment moment) {
    var agent = conversation.agentOfRun(id).orElseThrow().gone();
    return Endings.end(
        conversation.with(agent),
        id,
        Ending.because(Ending.How.REFUSED, moment.now(), Causes.agentGone()));
  }

  /// It certainly had no effect and will be tried again.
  ///
  /// @param busy whether the agent is at work on something that was not asked for here
  public static Decision postponed(
      Conversation conversation, UUID id, Instant until, boolean busy) {
    if (run(conversation, id).phase() != RunPhase.SENDING) {
      return Decision.nothing(conversation);
    }
    var why = busy ? Replies.busyElsewhere() : Replies.postponed(until);
    return Decision.of(conversation.withRun(id, each -> each.startingAgain(Optional.of(why))));
  }

  public static Decision givenUp(Conversation conversation, UUID id, Moment moment) {
    return Endings.end(
        conversation, id, Ending.because(Ending.How.REFUSED, moment.now(), Causes.notAnswering()));
  }

  /// Whether a follow-up whose effect was not found may still come true.
  public static boolean mayStillAppear(Run run, Rules rules, Instant now) {
    return run.sentAt()
        .filter(sent -> Duration.between(sent, now).compareTo(rules.createTimeout()) < 0)
        .isPresent();
  }

  /// Nobody can say whether the service took it: the requester is asked.
  public static Decision unknown(Conversation conversation, UUID id) {
    if (run(conversation, id).phase() != RunPhase.SENDING) {
      return Decision.nothing(conversation);
    }
    var after = conversation.withRun(id, each -> each.withPhase(RunPhase.UNCERTAIN));
    var agent = Agents.hold(after.agentOfRun(id).orElseThrow());
    return Decision.of(
        after.with(agent),
        new Effect.Say("uncertain/" + id, Replies.uncertain(agent, agent.run(id).orElseThrow())));
  }

  private static Run run(Conversation conversation, UUID id) {
    return conversation.agentOfRun(id).flatMap(agent -> agent.run(id)).orElseThrow();
  }
}
