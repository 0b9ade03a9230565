package dev.tiller.core.agents;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A service that runs coding agents. Calls block; failures are [CloudAgentsException]s.
///
/// Reads may be repeated by an implementation; [#launch], [#followUp] and [#cancel] are tried once.
public interface CloudAgents {

  Abilities abilities();

  /// Creates an agent. May take a minute.
  Launched launch(LaunchRequest request);

  /// Looks for the agent that a launch with a lost answer may have made. Empty says that there is
  /// none now, not that there will be none: creation can take longer than its caller waits.
  Optional<Launched> findLaunch(LaunchRequest request);

  /// Sends a further prompt to an agent.
  Accepted followUp(AgentId agent, FollowUp followUp);

  /// Looks for the effect of a follow-up with a lost answer. Empty as with [#findLaunch].
  Optional<Accepted> findFollowUp(AgentId agent, FollowUp followUp);

  /// Where a run stands now.
  ///
  /// @param run absent where the service has no runs of its own
  RunReport look(AgentId agent, Optional<RunId> run);

  /// A mark that changes whenever the agent has said something more; empty where its events tell.
  Optional<String> pulse(AgentId agent);

  /// Asks the service to stop a run, or the agent where it has no runs of its own.
  void cancel(AgentId agent, Optional<RunId> run);

  /// Follows a run's events until the stream ends in whatever way, then returns; the caller looks,
  /// and comes again if the run goes on. Interrupting the thread ends it.
  ///
  /// @param after the cursor of the last event seen; absent replays the run from its start
  void stream(AgentId agent, RunId run, Optional<String> after, Consumer<RunEvent> listener);

  /// What differs between services and versions.
  ///
  /// @param version for logs and people, such as `v1`
  /// @param chosenAgentId whether we choose the agent's id, so that a launch may be repeated safely
  /// @param runs whether the service has runs of its own and streams them
  /// @param webhooks whether endings can be reported to a webhook
  /// @param features what else it has
  record Abilities(
      String version,
      boolean chosenAgentId,
      boolean runs,
      boolean webhooks,
      Set<Feature> features) {

    public Abilities {
      features = Set.copyOf(features);
    }
  }

  /// What some versions of a service have and others have not.
  enum Feature {
    /// An agent with more than one repository.
    SEVERAL_REPOSITORIES,
    /// An agent that only makes a plan.
    PLAN,
    /// Pushing to the branch that the agent starts from, also where that is no pull request's.
    CURRENT_BRANCH,
    /// Self-hosted machines and pools.
    SELF_HOSTED,
    /// Another model from a follow-up on.
    FOLLOW_UP_MODEL,
    /// Putting agents away and bringing them back.
    ARCHIVE,
    /// Tokens and cost.
    USAGE
  }
}
