package dev.tiller.core.bot;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.conversation.OutgoingMessage;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.decide.PrivateCards;
import dev.tiller.core.text.Texts;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings messages up to date on their platforms: edits freely, posts with care.
final class Deliveries implements Performer {

  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

  private static final int MOST_BLIND_POSTS = 3;

  /// Up to this try a message that is not there may still be on its way: some seconds.
  private static final int LOOKS = 6;

  private final Store store;
  private final Connected connected;
  private final Retry retry;

  Deliveries(Store store, Connected connected, Retry retry) {
    this.store = store;
    this.connected = connected;
    this.retry = retry;
  }

  @Override
  public void perform(WorkItem item) {
    var id = UUID.fromString(item.subject());
    var message = store.transact(tx -> tx.outbox().find(id)).orElseThrow();
    var platform = connected.to(message.address());
    if (platform.isEmpty()) {
      abandon(item, message, "platform not connected");
    } else if (message.abandoned() || message.delivered() == message.revision()) {
      finish(item);
    } else {
      deliver(item, message, platform.get());
    }
  }

  private void deliver(WorkItem item, OutgoingMessage message, ChatPlatform platform) {
    try {
      Texts.in(message.language(), () -> bring(item, message, platform))
          .ifPresentOrElse(
              ref -> delivered(item, message, ref),
              () -> abandon(item, message, "outcome unknown"));
    } catch (ChatFailure failure) {
      failed(item, message, failure);
    }
  }

  /// The message as the platform now shows it; empty when nobody can say whether it is there and it
  /// must not be there twice.
  private static Optional<MessageRef> bring(
      WorkItem item, OutgoingMessage message, ChatPlatform platform) {
    var to = place(message, platform);
    if (message.ref().isPresent()) {
      platform.update(to, message.ref().get(), message.post());
      return message.ref();
    }
    if (!item.unsure()) {
      return Optional.of(platform.post(to, message.key(), message.post()));
    }
    return switch (platform.find(to, message.key())) {
      case ChatPlatform.Found.Here(var ref) -> {
        platform.update(to, ref, message.post());
        yield Optional.of(ref);
      }
      case ChatPlatform.Found.Absent() -> {
        if (item.attempt() <= LOOKS) {
          throw new ChatFailure.OutcomeUnknown("not_there_yet", null);
        }
        yield Optional.of(platform.post(to, message.key(), message.post()));
      }
      case ChatPlatform.Found.CannotTell() ->
          disturbs(message) || item.attempt() > MOST_BLIND_POSTS
              ? Optional.empty()
              : Optional.of(platform.post(to, message.key(), message.post()));
    };
  }

  /// The thread, or its only reader's chat with the bot.
  private static Address place(OutgoingMessage message, ChatPlatform platform) {
    return message
        .reader()
        .map(reader -> platform.direct(message.address(), reader))
        .orElse(message.address());
  }

  /// An unseen card is worse than one that is there twice; a mention or a direct message that
  /// disturbs twice is not.
  private static boolean disturbs(OutgoingMessage message) {
    return message.reader().isPresent()
        || (message.post() instanceof Notice notice && notice.mention().isPresent());
  }

  private void failed(WorkItem item, OutgoingMessage message, ChatFailure failure) {
    switch (failure) {
      case ChatFailure.NotNow notNow -> {
        var due = retry.due(item, notNow.delay());
        retry.again(item, due, item.unsure() && message.ref().isEmpty());
      }
      case ChatFailure.OutcomeUnknown unknown -> {
        log.atInfo()
            .addKeyValue("message", message.id())
            .addKeyValue("code", unknown.getMessage())
            .log("delivery with unknown outcome");
        retry.unsure(item);
      }
      case ChatFailure.Gone gone -> {
        insteadOf(item, message);
        abandon(item, message, String.valueOf(gone.getMessage()));
      }
      case ChatFailure.Refused refused ->
          abandon(item, message, String.valueOf(refused.getMessage()));
    }
  }

  /// What somebody waits for, and the thread cannot show any more, reaches them directly.
  private void insteadOf(WorkItem item, OutgoingMessage message) {
    if (message.reader().isPresent()) {
      return;
    }
    var link = connected.link(message.address().thread());
    store.transact(tx -> {
      var conversation = Intake.locked(tx, item.conversation());
      Texts.in(
              conversation.manner().language(),
              () -> PrivateCards.instead(conversation, message, link))
          .ifPresent(its -> tx.outbox().tell(conversation, its.reader(), its.key(), its.post()));
      return message;
    });
  }

  private void delivered(WorkItem item, OutgoingMessage message, MessageRef ref) {
    boolean newer =
        store.transact(tx -> {
          tx.outbox().delivered(message.id(), ref.id(), message.revision());
          var now = tx.outbox().find(message.id()).orElseThrow();
          if (now.revision() == message.revision()) {
            tx.done(item);
            return false;
          }
          return true;
        });
    if (newer) {
      retry.now(item);
    }
  }

  private void abandon(WorkItem item, OutgoingMessage message, String why) {
    log.atWarn()
        .addKeyValue("message", message.id())
        .addKeyValue("conversation", item.conversation())
        .addKeyValue("why", why)
        .log("message abandoned");
    store.transact(tx -> {
      tx.outbox().abandoned(message.id(), why);
      tx.done(item);
      return message;
    });
  }

  private void finish(WorkItem item) {
    store.transact(tx -> {
      tx.done(item);
      return item;
    });
  }
}
