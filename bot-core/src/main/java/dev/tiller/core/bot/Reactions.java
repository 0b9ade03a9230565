package dev.tiller.core.bot;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.Reaction;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.WorkItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the bot's mark on requests. A mark adds to a card; when it cannot be set, nothing else
/// suffers.
final class Reactions implements Performer {

  private static final Logger log = LoggerFactory.getLogger(Reactions.class);
  private static final int MOST_ATTEMPTS = 8;

  private final Store store;
  private final Connected connected;
  private final Retry retry;
  private final Intake intake;

  Reactions(Store store, Connected connected, Retry retry, Intake intake) {
    this.store = store;
    this.connected = connected;
    this.retry = retry;
    this.intake = intake;
  }

  @Override
  public void perform(WorkItem item) {
    var address = store.transact(tx -> Intake.locked(tx, item.conversation())).address();
    var platform = connected.to(address).orElse(null);
    if (platform == null || !platform.abilities().reactions()) {
      intake.done(item);
      return;
    }
    try {
      react(item, address, platform);
      intake.done(item);
    } catch (ChatFailure failure) {
      failed(item, failure);
    }
  }

  private static void react(WorkItem item, Address address, ChatPlatform platform) {
    int space = item.subject().indexOf(' ');
    var reaction = Reaction.valueOf(item.subject().substring(0, space));
    platform.react(address, item.subject().substring(space + 1), reaction);
  }

  private void failed(WorkItem item, ChatFailure failure) {
    if (retry.upTo(MOST_ATTEMPTS, item, failure)) {
      return;
    }
    log.atWarn()
        .addKeyValue("conversation", item.conversation())
        .addKeyValue("code", failure.getMessage())
        .log("reaction given up");
    intake.done(item);
  }
}
