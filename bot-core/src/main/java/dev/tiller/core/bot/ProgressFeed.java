package dev.tiller.core.bot;

import dev.tiller.core.conversation.Replicas.WatchedRun;
import dev.tiller.core.decide.OnReport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a watched run does, as its card shows it: at most every few seconds, the latest counts; and
/// about every minute how long it has been at work. Trouble with this never harms the run.
final class ProgressFeed {

  private static final Logger log = LoggerFactory.getLogger(ProgressFeed.class);

  private final Intake intake;
  private final ProgressPace pace;
  private final InstantSource clock;
  private final WatchedRun watched;

  private Optional<String> latest = Optional.empty();

  /// @param every the shortest time between two edits of a card
  ProgressFeed(Intake intake, Duration every, InstantSource clock, WatchedRun watched) {
    this.intake = intake;
    this.pace = new ProgressPace(every);
    this.clock = clock;
    this.watched = watched;
  }

  /// The agent has begun something.
  void step(String words) {
    latest = Optional.of(words);
    beat();
  }

  /// There is a sign of life. A step that came too soon after the one before is shown now.
  void beat() {
    var now = clock.instant();
    if (latest.isEmpty()) {
      if (pace.beat(now)) {
        show(Optional.empty());
      }
    } else if (pace.step(now)) {
      var words = latest;
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
