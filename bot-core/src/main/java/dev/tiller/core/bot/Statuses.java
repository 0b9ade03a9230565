package dev.tiller.core.bot;

import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ThreadStatus;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.WorkItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has platforms that show the bot's status themselves show it as it is now. Cards say the same:
/// when a status cannot be set, nothing else suffers.
final class Statuses implements Performer {

  private static final Logger log = LoggerFactory.getLogger(Statuses.class);
  private static final int MOST_ATTEMPTS = 5;

  private final Store store;
  private final Connected connected;
  private final Retry retry;

  Statuses(Store store, Connected connected, Retry retry) {
    this.store = store;
    this.connected = connected;
    this.retry = retry;
  }

  static ThreadStatus of(Conversation conversation) {
    return conversation.agents().stream().anyMatch(agent -> agent.activeRun().isPresent())
        ? ThreadStatus.WORKING
        : ThreadStatus.IDLE;
  }

  @Override
  public void perform(WorkItem item) {
    var now = store.transact(tx -> Intake.locked(tx, item.conversation()));
    try {
      connected
          .to(now.address())
          .filter(platform -> platform.abilities().status())
          .ifPresent(platform -> platform.status(now.address(), of(now)));
      done(item);
    } catch (ChatFailure e) {
      if (!retry.upTo(MOST_ATTEMPTS, item, e)) {
        drop(item, e);
      }
    }
  }

  private void drop(WorkItem item, ChatFailure failure) {
    log.atInfo()
        .addKeyValue("conversation", item.conversation())
        .addKeyValue("code", failure.getMessage())
        .log("status not shown");
    done(item);
  }

  private void done(WorkItem item) {
    store.transact(tx -> {
      tx.done(item);
      return item;
    });
  }
}
