package dev.tiller.core.decide;

import dev.tiller.core.agents.CloudAgents.Feature;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.settings.Preferences;
import dev.tiller.core.settings.Steering;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The settings that decisions depend on.
///
/// @param defaultRepository used when a request names none; absent means that the bot asks
/// @param steering where neither channel nor workspace says otherwise
/// @param chosenAgentId whether we choose agents' ids, so that a launch may be repeated safely
/// @param serviceRuns whether the service has runs of its own, and so tells one ending from another
/// @param features what else the service has
/// @param createTimeout how long a creation with a lost answer may still come true
/// @param quickRunWait how long after a prompt an ending counts although the run was never seen at
///   work; only without `serviceRuns`
/// @param queue how prompts wait
/// @param names how people whom `steering` lists are called, by their ids, as far as known; for
///   sentences, never to decide by
public record Rules(
    Optional<Repository> defaultRepository,
    Steering steering,
    boolean chosenAgentId,
    boolean serviceRuns,
    Set<Feature> features,
    Duration createTimeout,
    Duration quickRunWait,
    Queueing queue,
    Map<String, String> names) {

  public Rules {
    features = Set.copyOf(features);
    names = Map.copyOf(names);
  }

  /// As configured, with the usual queues, where nobody is listed.
  public Rules(
      Optional<Repository> defaultRepository,
      Steering steering,
      boolean chosenAgentId,
      boolean serviceRuns,
      Set<Feature> features,
      Duration createTimeout,
      Duration quickRunWait) {
    this(
        defaultRepository,
        steering,
        chosenAgentId,
        serviceRuns,
        features,
        createTimeout,
        quickRunWait,
        Queueing.USUAL,
        Map.of());
  }

  /// How prompts wait.
  ///
  /// @param limit how many may wait for one agent; at least one
  /// @param burst prompts that one person asks for within this time of the first go out as one,
  ///   where they wait next to each other; zero for never
  public record Queueing(int limit, Duration burst) {
    public static final Queueing USUAL = new Queueing(5, Duration.ofSeconds(10));
  }

  /// The rules where people have these preferences: what channel and workspace say beats the
  /// configuration.
  public Rules under(Preferences preferences) {
    var chosen = preferences.etiquette().followUps().orElse(steering);
    return new Rules(
        defaultRepository,
        chosen,
        chosenAgentId,
        serviceRuns,
        features,
        createTimeout,
        quickRunWait,
        queue,
        names);
  }

  /// The rules where people are called so.
  public Rules naming(Map<String, String> its) {
    return new Rules(
        defaultRepository,
        steering,
        chosenAgentId,
        serviceRuns,
        features,
        createTimeout,
        quickRunWait,
        queue,
        its);
  }
}
