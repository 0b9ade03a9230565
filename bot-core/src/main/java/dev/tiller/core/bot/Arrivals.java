package dev.tiller.core.bot;

import dev.tiller.core.chat.Arrival;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.decide.Decision;
import dev.tiller.core.decide.Effect;
import dev.tiller.core.decide.Greetings;
import dev.tiller.core.routing.Known;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Greets each place that the bot comes to, once.
final class Arrivals {

  private static final Logger log = LoggerFactory.getLogger(Arrivals.class);

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

  void left(ChatThread mainLine) {
    intake.take(tx -> {
      tx.release(claim(mainLine));
      return mainLine;
    });
    log.atInfo().addKeyValue("channel", mainLine.channel()).log("removed from a place");
  }

  private boolean take(Transaction tx, Arrival arrival, Known known) {
    var thread = arrival.address().thread();
    if (!tx.claim(claim(thread))) {
      return false;
    }
    var before = tx.lock(arrival.address());
    var the = settings.about(tx, thread, reader(arrival), known);
    var now = before.with(before.manner().speaking(the.language()));
    var post =
        Intake.speaking(now, () -> Greetings.of(arrival.place(), arrival.outside(), the, known));
    var key = "greeting/" + now.id() + "/" + intake.moment().now().toEpochMilli();
    intake.store(tx, before, Decision.of(now, new Effect.Say(key, post)));
    return true;
  }

  /// What many read follows the channel's settings, not those of whoever added the bot.
  private static Person reader(Arrival arrival) {
    return arrival.by().filter(_ -> arrival.place() == Place.DIRECT).orElseGet(Menders::nobody);
  }

  private static String claim(ChatThread mainLine) {
    return "greeting/%s/%s/%s"
        .formatted(mainLine.platform(), mainLine.workspace(), mainLine.channel());
  }
}
