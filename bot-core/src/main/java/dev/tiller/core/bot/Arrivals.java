package dev.tiller.core.bot;

import dev.tiller.core.chat.Arrival;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.decide.Decision;
import dev.tiller.core.decide.Greetings;
import dev.tiller.core.routing.Known;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Greets each place that the bot comes to, once.
final class Arrivals {

  private static final Logger log = LoggerFactory.getLogger(Arrivals.class);
  private static final int LANES = 4;

  private final Intake intake;
  private final Backgrounds backgrounds;
  private final SettingsDesk settings;

  Arrivals(Intake intake, Backgrounds backgrounds, SettingsDesk settings) {
    this.intake = intake;
    this.backgrounds = backgrounds;
    this.settings = settings;
  }

  void arrived(Arrival arrival) {
    var known = backgrounds.known();
    if (intake.take(tx -> take(tx, arrival, known))) {
      log.atInfo()
          .addKeyValue("channel", arrival.address().thread().channel())
          .addKeyValue("place", arrival.place())
          .log("greeting a new place");
    }
  }

  /// Teams tells of one removal more than once and in any order: one that is older than the last
  /// arrival changes nothing.
  void left(ChatThread mainLine, Optional<Instant> at) {
    var then = when(at);
    intake.take(tx -> {
      tx.claims().take(departure(mainLine), then);
      if (tx.claims().takenAt(claim(mainLine)).filter(then::isAfter).isPresent()) {
        tx.claims().release(claim(mainLine));
      }
      return mainLine;
    });
    log.atInfo().addKeyValue("channel", mainLine.channel()).log("removed from a place");
  }

  private Instant when(Optional<Instant> told) {
    return told.orElseGet(() -> intake.moment().now()).truncatedTo(ChronoUnit.MICROS);
  }

  private boolean take(Transaction tx, Arrival arrival, Known known) {
    if (!isNew(tx, arrival)) {
      return false;
    }
    var thread = arrival.address().thread();
    var before = tx.lock(arrival.address());
    var the = settings.about(tx, thread, reader(arrival), known);
    var now = before.with(before.manner().speaking(the.language()));
    var post = Intake.speaking(now, () -> Greetings.of(arrival, the, known));
    var key = "greeting/" + now.id() + "/" + intake.moment().now().toEpochMilli();
    intake.store(tx, before, Decision.of(now));
    tx.outbox().want(lane(now), now, key, post);
    return true;
  }

  /// Where the bot has worked without ever having been removed nobody needs a greeting, nor where
  /// the news of the arrival is older than that of the removal.
  private boolean isNew(Transaction tx, Arrival arrival) {
    var thread = arrival.address().thread();
    var at = when(arrival.at());
    var gone = tx.claims().takenAt(departure(thread));
    return gone.filter(at::isBefore).isEmpty()
        && tx.claims().take(claim(thread), at)
        && (gone.isPresent() || !tx.knows(thread));
  }

  /// An app that an organisation gives to everybody at once greets a few at a time, and no run's
  /// card waits for that.
  private static String lane(Conversation conversation) {
    return "greeting:" + Math.floorMod(conversation.id().hashCode(), LANES);
  }

  /// What many read follows the channel's settings, not those of whoever added the bot.
  private static Person reader(Arrival arrival) {
    return arrival.by().filter(_ -> arrival.place() == Place.DIRECT).orElseGet(Menders::nobody);
  }

  private static String departure(ChatThread mainLine) {
    return "left/" + claim(mainLine);
  }

  private static String claim(ChatThread mainLine) {
    return "greeting/%s/%s/%s"
        .formatted(mainLine.platform(), mainLine.workspace(), mainLine.channel());
  }
}
