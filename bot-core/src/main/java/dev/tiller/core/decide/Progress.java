package dev.tiller.core.decide;

import dev.tiller.core.chat.Card;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What cards say of a run at work: what it is doing, and for how long. Both as last heard, so that
/// the same state is always drawn the same.
public final class Progress {

  private Progress() {}

  static Optional<String> of(Run run) {
    var minutes = run.heardAt().map(heard -> minutes(run, heard)).orElse(0L);
    if (run.phase() != RunPhase.RUNNING || minutes == 0) {
      return run.progress();
    }
    var elapsed = Words.duration(Duration.ofMinutes(minutes));
    return Optional.of(
        run.progress()
            .map(words -> Texts.get("progress.doing", words, elapsed))
            .orElseGet(() -> Texts.get("progress.elapsed", elapsed)));
  }

  /// Whether cards would tell another time than they do.
  static boolean moves(Run run, Instant now) {
    return minutes(run, now) > run.heardAt().map(heard -> minutes(run, heard)).orElse(0L);
  }

  private static long minutes(Run run, Instant then) {
    return Math.max(0, Duration.between(run.sentAt().orElseGet(run::askedAt), then).toMinutes());
  }

  /// The card where people want to hear of endings only.
  public static Card quiet(Card card) {
    return new Card(
        card.title(),
        card.tone(),
        card.lead(),
        card.facts(),
        card.body(),
        Optional.empty(),
        card.buttons(),
        card.more(),
        card.menu(),
        card.footnote());
  }

  /// By how much the news of a run's ending came late; absent when it came in time.
  static Optional<Duration> late(Run run, Ending ending) {
    return run.heardAt()
        .map(heard -> Duration.between(ending.at(), heard))
        .filter(delay -> delay.compareTo(OnReport.LATE) > 0);
  }

  /// The word about that, for cards and notices.
  static Optional<String> lateness(Run run) {
    return run.ending()
        .flatMap(ending -> late(run, ending))
        .map(delay -> Texts.get("ending.late", Words.roughly(delay)));
  }
}
