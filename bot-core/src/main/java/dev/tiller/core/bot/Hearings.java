package dev.tiller.core.bot;

import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.ChatPlatform.Hearing;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.decide.Listening;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out whether messages without a mention reach the bot where somebody wants them to count. A
/// platform that fails to say is taken to let them through: nobody is told of a lack that is none.
final class Hearings implements Performer {

  private static final Logger log = LoggerFactory.getLogger(Hearings.class);

  private final Store store;
  private final Map<Platform, ChatPlatform> platforms;
  private final Intake intake;

  Hearings(Store store, Map<Platform, ChatPlatform> platforms, Intake intake) {
    this.store = store;
    this.platforms = platforms;
    this.intake = intake;
  }

  @Override
  public void perform(WorkItem item) {
    var conversation = store.transact(tx -> Intake.locked(tx, item.conversation()));
    var hearing = ask(conversation);
    intake.settle(item, (now, _) -> Listening.heard(now, item.id(), hearing));
  }

  private Hearing ask(Conversation conversation) {
    var platform = platforms.get(conversation.address().thread().platform());
    try {
      return platform == null ? Hearing.UNKNOWN : platform.hearing(conversation.address());
    } catch (ChatFailure failure) {
      log.atInfo()
          .addKeyValue("conversation", conversation.id())
          .addKeyValue("code", failure.getMessage())
          .log("hearing not found out");
      return Hearing.UNKNOWN;
    }
  }
}
