package dev.tiller.core.store;

import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Post;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.NewWork;
import dev.tiller.core.conversation.Outbox;
import dev.tiller.core.conversation.OutgoingMessage;
import dev.tiller.core.conversation.WorkKind;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Wanted messages as rows, and the work of delivering them.
final class JdbcOutbox implements Outbox {

  private final Handle handle;
  private final InstantSource clock;
  private final MessageTable messages;

  JdbcOutbox(Handle handle, InstantSource clock, MessageTable messages) {
    this.handle = handle;
    this.clock = clock;
    this.messages = messages;
  }

  @Override
  public void want(Conversation conversation, String key, Post post) {
    want("deliver:" + conversation.id(), conversation, key, post);
  }

  @Override
  public void want(String lane, Conversation conversation, String key, Post post) {
    messages
        .want(conversation.id(), Optional.empty(), key, post)
        .ifPresent(message -> deliver(lane, conversation, message));
  }

  /// Not in the thread's lane: a person who cannot be written to holds nothing up.
  @Override
  public void tell(Conversation conversation, Person reader, String key, Post post) {
    messages
        .want(conversation.id(), Optional.of(reader), key, post)
        .ifPresent(message -> deliver("direct:" + conversation.id(), conversation, message));
  }

  private void deliver(String lane, Conversation conversation, UUID message) {
    WorkTable.insert(
        handle,
        new NewWork(
            lane, WorkKind.DELIVER, conversation.id(), message.toString(), clock.instant()));
  }

  @Override
  public Optional<OutgoingMessage> find(UUID message) {
    return messages.find(message);
  }

  @Override
  public void delivered(UUID message, String ref, int revision) {
    messages.delivered(message, ref, revision);
  }

  @Override
  public void abandoned(UUID message, String why) {
    messages.abandoned(message, why);
  }
}
