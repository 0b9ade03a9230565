package dev.tiller.core.decide;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.agents.Launched;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.RunPhase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The life of a launch: `requested → calling → launched | refused | unknown`.
public final class OnLaunch {

  private static final int MOST_ATTEMPTS = 60;

  private OnLaunch() {}

  /// What to do about a launch whose turn has come.
  public sealed interface Next extends FirstStep {
    /// Ask the service to create the agent; the state says so already.
    record Call(Conversation after) implements Next {
      @Override
      public Written written() {
        return new Written.Asking(Decision.of(after));
      }
    }

    /// The answer to an earlier call was lost: look whether the agent is there.
    record Look(Agent agent) implements Next {
      @Override
      public Written written() {
        return new Written.Nothing();
      }
    }

    /// Nothing to ask the service any more.
    record Settled(Decision decision) implements Next {
      @Override
      public Written written() {
        return new Written.Ended(decision);
      }
    }
  }

  public static Next next(Conversation conversation, UUID id, Rules rules, Moment moment) {
    var agent = conversation.agent(id).orElseThrow();
    return switch (agent.state()) {
      case REQUESTED ->
          agent.firstRun().unwanted()
              ? new Next.Settled(stoppedInTime(conversation, agent, moment))
              : supported(conversation, agent, rules, moment);
      case CALLING -> new Next.Look(agent);
      case LAUNCHED, ARCHIVED, REFUSED, UNKNOWN, GONE, DELETED ->
          new Next.Settled(Decision.nothing(conversation));
    };
  }

  /// The version of the service may have changed since the person asked.
  private static Next supported(
      Conversation conversation, Agent agent, Rules rules, Moment moment) {
    return Unsupported.inLaunch(agent.request().options(), rules)
        .map(why -> Ending.because(Ending.How.REFUSED, moment.now(), why))
        .<Next>map(ending ->
            new Next.Settled(
                Endings.refuseAgent(conversation, agent.id(), LaunchState.REFUSED, ending)))
        .orElseGet(() -> new Next.Call(called(conversation, agent, moment)));
  }

  private static Conversation called(Conversation conversation, Agent agent, Moment moment) {
    var calling =
        agent
            .calling(moment.now())
            .withRun(agent.firstRun().id(), run -> run.sending(moment.now()));
    return conversation.with(calling);
  }

  /// The agent was not found and may be asked for once more, unless somebody has stopped it
  /// meanwhile.
  public static Decision calledAgain(Conversation conversation, UUID id, Moment moment) {
    var agent = conversation.agent(id).orElseThrow();
    if (agent.state() != LaunchState.CALLING) {
      return Decision.nothing(conversation);
    }
    return agent.firstRun().unwanted()
        ? stoppedInTime(conversation, agent, moment)
        : Decision.of(called(conversation, agent, moment));
  }

  private static Decision stoppedInTime(Conversation conversation, Agent agent, Moment moment) {
    var cause = StopReplies.unsentBy(agent.firstRun().stopAskedBy().orElseThrow());
    return Endings.refuseAgent(
        conversation,
        agent.id(),
        LaunchState.REFUSED,
        Ending.because(Ending.How.STOPPED, moment.now(), cause));
  }

  public static Decision launched(Conversation conversation, UUID id, Launched launched) {
    return exists(conversation, id, launched.agent(), launched.run(), Optional.of(launched.page()));
  }

  /// The agent is known to exist, from the launch's answer, a search, or the service's own report.
  static Decision exists(
      Conversation conversation,
      UUID id,
      AgentId service,
      Optional<RunId> firstRun,
      Optional<URI> page) {
    var agent = conversation.agent(id).orElseThrow().launched(service, page);
    var first = agent.firstRun();
    var phase = first.phase();
    if (phase != RunPhase.STARTING && phase != RunPhase.SENDING && phase != RunPhase.UNCERTAIN) {
      return Decision.of(conversation.with(agent));
    }
    var after = conversation.with(agent.withRun(first.id(), run -> run.running(firstRun)));
    return first.stopAskedBy().isPresent()
        ? Decision.of(after, new Effect.Cancel(first.id()))
        : Decision.of(after);
  }

  /// @param menders a sentence that names who can mend what is amiss with the bot's account
  public static Decision refused(
      Conversation conversation,
      UUID id,
      Refused refusal,
      Supplier<String> menders,
      Moment moment) {
    return Endings.refuseAgent(
        conversation,
        id,
        LaunchState.REFUSED,
        Ending.because(Ending.How.REFUSED, moment.now(), Causes.of(refusal, menders)));
  }

  /// The service declined for now: the launch certainly had no effect and will be tried again.
  public static Decision postponed(Conversation conversation, UUID id, Instant until) {
    var agent = conversation.agent(id).orElseThrow();
    if (agent.state() != LaunchState.CALLING) {
      return Decision.nothing(conversation);
    }
    var again =
        agent
            .withState(LaunchState.REQUESTED)
            .withRun(
                agent.firstRun().id(),
                run -> run.startingAgain(Optional.of(Replies.postponed(until))));
    return Decision.of(conversation.with(again));
  }

  /// The service kept declining for too long.
  public static Decision givenUp(Conversation conversation, UUID id, Moment moment) {
    return Endings.refuseAgent(
        conversation,
        id,
        LaunchState.REFUSED,
        Ending.because(Ending.How.REFUSED, moment.now(), Causes.notAnswering()));
  }

  /// What to do when a look found nothing.
  public enum Absent {
    LOOK_AGAIN,
    CALL_AGAIN,
    ASK
  }

  /// Absence proves nothing before the creation time-out has passed. After it, a launch is repeated
  /// only with an id that we chose, and only so often.
  ///
  /// @param attempts how often this launch was tried or looked for
  public static Absent absent(Agent agent, int attempts, Rules rules, Instant now) {
    var since = agent.calledAt().map(called -> Duration.between(called, now));
    if (since.filter(passed -> passed.compareTo(rules.createTimeout()) < 0).isPresent()) {
      return Absent.LOOK_AGAIN;
    }
    return rules.chosenAgentId() && attempts < MOST_ATTEMPTS ? Absent.CALL_AGAIN : Absent.ASK;
  }

  /// Nobody can say whether the agent exists. The requester is asked, unless it was to be stopped
  /// anyway; a late report still counts.
  public static Decision unknown(Conversation conversation, UUID id) {
    var agent = conversation.agent(id).orElseThrow();
    if (agent.state() != LaunchState.CALLING) {
      return Decision.nothing(conversation);
    }
    var first = agent.firstRun().id();
    var asked =
        agent
            .withState(LaunchState.UNKNOWN)
            .withRun(first, run -> run.withPhase(RunPhase.UNCERTAIN));
    var held = Agents.hold(asked);
    return Decision.of(
        conversation.with(held),
        List.of(new Effect.Say("uncertain/" + first, Replies.uncertain(held, held.firstRun()))));
  }
}
