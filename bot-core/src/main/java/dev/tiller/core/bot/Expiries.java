package dev.tiller.core.bot;

import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.decide.OnDraft;
import java.util.UUID;

/// Lets requests go that nobody has completed in time.
final class Expiries implements Performer {

  private final Intake intake;

  Expiries(Intake intake) {
    this.intake = intake;
  }

  @Override
  public void perform(WorkItem item) {
    intake.take(tx -> {
      var before = Intake.locked(tx, item.conversation());
      tx.draft(UUID.fromString(item.subject()))
          .ifPresent(draft ->
              intake.store(
                  tx, before, Intake.speaking(before, () -> OnDraft.expired(before, draft))));
      tx.done(item);
      return item;
    });
  }
}
