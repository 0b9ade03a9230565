package dev.tiller.core.bot;

import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.decide.StopAll;
import java.util.UUID;

/// Stops what somebody has asked for, in one of the conversations it is at work in.
final class Stoppings implements Performer {

  private final Intake intake;
  private final SettingsDesk settings;

  Stoppings(Intake intake, SettingsDesk settings) {
    this.intake = intake;
    this.settings = settings;
  }

  @Override
  public void perform(WorkItem item) {
    intake.take(tx -> {
      var before = Intake.locked(tx, item.conversation());
      var question = tx.question(UUID.fromString(item.subject())).orElseThrow();
      var rules = settings.rules(tx, before.address().thread(), question.asker());
      var decision =
          Intake.speaking(before, () -> StopAll.in(before, question, rules, intake.moment()));
      intake.store(tx, before, decision);
      tx.done(item);
      return item;
    });
  }
}
