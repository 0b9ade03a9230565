package dev.tiller.core.bot;

import dev.tiller.core.chat.ChatPlatform.Hearing;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.decide.Listening;

/// Finds out whether messages without a mention reach the bot where somebody wants them to count. A
/// platform that fails to say is taken to let them through: nobody is told of a lack that is none.
final class Hearings implements Performer {

  private final Store store;
  private final Connected connected;
  private final Intake intake;

  Hearings(Store store, Connected connected, Intake intake) {
    this.store = store;
    this.connected = connected;
    this.intake = intake;
  }

  @Override
  public void perform(WorkItem item) {
    var conversation = store.transact(tx -> Intake.locked(tx, item.conversation()));
    var hearing =
        connected.ask(
            conversation,
            "hearing",
            Hearing.UNKNOWN,
            platform -> platform.hearing(conversation.address()));
    intake.settle(item, (now, _) -> Listening.heard(now, item.id(), hearing));
  }
}
