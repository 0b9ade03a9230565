package dev.tiller.core.bot;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.CloudAgents;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.conversation.Replicas.WatchedRun;
import dev.tiller.core.decide.OnSilence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// How long a watched run has given no sign of life, and the word to people when that gets long.
final class Silence {

  private final CloudAgents cloud;
  private final Intake intake;
  private final Optional<Duration> patience;
  private final InstantSource clock;
  private final WatchedRun watched;

  private Instant since;
  private Optional<String> pulse = Optional.empty();
  private boolean told;

  /// @param patience how long silence is nothing special; absent when it never is
  Silence(
      CloudAgents cloud,
      Intake intake,
      Optional<Duration> patience,
      InstantSource clock,
      WatchedRun watched) {
    this.cloud = cloud;
    this.intake = intake;
    this.patience = patience;
    this.clock = clock;
    this.watched = watched;
    this.since = clock.instant();
  }

  /// The run has given a sign.
  void sign() {
    since = clock.instant();
    if (told) {
      told = false;
      intake.decide(
          watched.conversation(),
          (conversation, _) -> OnSilence.heard(conversation, watched.run()));
    }
  }

  /// Tells people when the silence has become long.
  void check(AgentId agent) {
    var now = clock.instant();
    if (!lasts(now, 2)) {
      return;
    }
    if (hasMoved(agent)) {
      sign();
    } else if (lasts(now, 1) && !told) {
      intake.decide(
          watched.conversation(),
          (conversation, _) -> OnSilence.quiet(conversation, watched.run(), since, now));
      told = true;
    }
  }

  /// Whether the silence has lasted for this part of the patience.
  private boolean lasts(Instant now, int part) {
    return patience
        .filter(most -> Duration.between(since, now).compareTo(most.dividedBy(part)) > 0)
        .isPresent();
  }

  /// Where no events tell, the first look at the pulse, when half of the patience is over, finds
  /// out what to compare with. A look that fails says nothing.
  private boolean hasMoved(AgentId agent) {
    try {
      var latest = cloud.pulse(agent);
      var moved = pulse.isPresent() && !latest.equals(pulse);
      pulse = latest;
      return moved;
    } catch (CloudAgentsException e) {
      return false;
    }
  }
}
