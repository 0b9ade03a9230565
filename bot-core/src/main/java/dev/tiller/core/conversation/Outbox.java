package dev.tiller.core.conversation;

import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Post;
import java.util.Optional;
import java.util.UUID;

/// The bot's own messages: what each is to show, and what it shows.
public interface Outbox {

  /// Makes the message with this key look like `post`, now or later: a new message the first time,
  /// an edit after that. Nothing happens when that is wanted already.
  ///
  /// @param key names the message for good
  void want(Conversation conversation, String key, Post post);

  /// The same for a message that stands in a lane of its own choice, not in its thread's.
  void want(String lane, Conversation conversation, String key, Post post);

  /// The same for a message that one person alone gets, in a direct message.
  void tell(Conversation conversation, Person reader, String key, Post post);

  Optional<OutgoingMessage> find(UUID message);

  /// The revision of a message that the platform now shows.
  void delivered(UUID message, String ref, int revision);

  /// The message cannot be shown, or nobody can say whether it is; it is left alone from now on.
  void abandoned(UUID message, String why);
}
