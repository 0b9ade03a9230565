package dev.tiller.core.chat;

import java.net.URI;
import java.util.Optional;

/// A chat platform, as the bot uses it to speak. Calls block; failures are [ChatFailure]s.
///
/// An implementation tries each call once: repeating is the caller's decision.
public interface ChatPlatform {

  Platform platform();

  Abilities abilities();

  /// Adds a message to a thread.
  ///
  /// @param key names this message for good, so that [#find] can recognise it
  MessageRef post(Address to, String key, Post post);

  /// Makes a message look like `post`. Harmless to repeat.
  void update(Address to, MessageRef message, Post post);

  /// Looks for a message of the bot's in the thread by the key it was posted with.
  Found find(Address to, String key);

  /// Puts the mark on somebody's message in the channel and takes the bot's other marks off it.
  /// Does nothing without [Abilities#reactions()]. Harmless to repeat.
  void react(Address to, String message, Reaction reaction);

  /// Where a browser shows a thread, or its channel; empty where nobody can say without asking the
  /// platform.
  Optional<URI> linkTo(ChatThread thread);

  /// How the platform calls a person; empty when it does not say.
  Optional<String> nameOf(Person person);

  /// What differs between platforms.
  ///
  /// @param reactions whether a bot can put marks on messages
  record Abilities(boolean reactions) {}

  /// What a search for a lost message says.
  sealed interface Found {
    record Here(MessageRef message) implements Found {}

    /// The message is certainly not there.
    record Absent() implements Found {}

    /// The platform offers no way to know.
    record CannotTell() implements Found {}
  }
}
