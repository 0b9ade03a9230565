package dev.tiller.core.bot;

import dev.tiller.core.conversation.Replicas.WatchedRun;
import dev.tiller.core.decide.OnReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a watched run does, as its card shows it: at most every few seconds, the latest counts; and
/// about every minute how long it has been at work. Trouble with this never harms the run.
final class ProgressFeed {

  private static final Logger log = LoggerFactory.getLogger(ProgressFeed.class);
  private static final Duration BEAT = Duration.ofMinutes(1);

  private final Intake intake;
  private final Duration every;
  private final InstantSource clock;
  private final WatchedRun watched;

  private Instant shownAt = Instant.MIN;
  private Optional<String> latest = Optional.empty();

  /// @param every the shortest time between two edits of a card
  ProgressFeed(Intake intake, Duration every, InstantSource clock, WatchedRun watched) {
    this.intake = intake;
    this.every = every;
    this.clock = clock;
    this.watched = watched;
  }

  /// The agent has begun something.
  void step(String words) {
    latest = Optional.of(words);
    beat();
  }

  /// There is a sign of life. What came too soon after the edit before is shown now.
  void beat() {
    var now = clock.instant();
    var due = shownAt.plus(latest.isPresent() ? every : BEAT);
    if (!now.isBefore(due)) {
      var words = latest;
      shownAt = now;
      latest = Optional.empty();
      show(words);
    }
  }

  private void show(Optional<String> words) {
    try {
      intake.decide(
          watched.conversation(),
          (conversation, moment) ->
              words
                  .map(text -> OnReport.progress(conversation, watched.run(), text, moment))
                  .orElseGet(() -> OnReport.beat(conversation, watched.run(), moment)));
    } catch (RuntimeException e) {
      log.atWarn()
          .addKeyValue("run", watched.run())
          .addKeyValue("error", e.getClass().getSimpleName())
          .log("progress not shown");
    }
  }
}
