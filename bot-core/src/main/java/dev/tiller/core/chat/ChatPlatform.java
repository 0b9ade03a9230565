package dev.tiller.core.chat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /// Adds a file to a thread, as a message of its own. It cannot be looked for afterwards.
  ///
  /// @throws ChatFailure.Refused for what [Abilities#files()] does not take
  void upload(Address to, Upload file);

  /// Where a browser shows a thread, or its channel; empty where nobody can say without asking the
  /// platform.
  Optional<URI> linkTo(ChatThread thread);

  /// What was said in a thread, newest kept, the bot's own messages included.
  ///
  /// @param after only messages newer than this one; absent from the beginning
  /// @param before the message that asks, which is left out with all newer ones
  /// @param most so many messages at most
  History history(Address thread, Optional<String> after, String before, int most);

  /// The files on a message of the thread, for platforms that deliver messages without them. What
  /// came with the message is `told`.
  List<Attachment> attachments(Address thread, String message, List<Attachment> told);

  /// A file's content. Credentials go to the platform's own hosts only, and are not followed
  /// elsewhere.
  ///
  /// @param most in bytes
  /// @throws ChatFailure.Refused for a larger file, or one that may not be read
  byte[] download(Attachment file, long most);

  /// The direct chat with a person, begun if there was none.
  ///
  /// @param near a place of the same workspace
  /// @throws ChatFailure.Refused when the person cannot be written to
  Address direct(Address near, Person person);

  /// Shows the bot's status in a thread where the platform has a display of its own for that. Does
  /// nothing without [Abilities#status()]. Harmless to repeat.
  void status(Address thread, ThreadStatus status);

  /// Shows a person the bot's own page anew, on platforms that have one, see [Ask#home]. Harmless
  /// to repeat.
  default void home(Address page, Person visitor, Card card) {}

  /// Whether messages of a thread's channel reach the bot that do not mention it.
  Hearing hearing(Address thread);

  /// How the platform calls a person; empty when it does not say.
  Optional<String> nameOf(Person person);

  /// What differs between platforms.
  ///
  /// @param reactions whether a bot can put marks on messages
  /// @param files what a bot can add to a thread
  /// @param status whether the platform shows the bot's status itself
  record Abilities(boolean reactions, Files files, boolean status) {}

  /// Whether messages without a mention reach the bot.
  enum Hearing {
    ALL,
    MENTIONS_ONLY,
    /// The platform does not say.
    UNKNOWN
  }

  /// Which files a platform takes from a bot.
  ///
  /// @param mediaTypes the only ones that it takes; absent where any will do
  /// @param largest in bytes
  record Files(Optional<Set<String>> mediaTypes, long largest) {

    public boolean take(String mediaType, long bytes) {
      return bytes <= largest && mediaTypes.map(its -> its.contains(mediaType)).orElse(true);
    }

    /// @throws ChatFailure.Refused when the platform does not take the file
    public void check(Upload file) {
      if (!take(file.mediaType(), file.content().length)) {
        throw new ChatFailure.Refused("file_not_taken");
      }
    }
  }

  /// What a search for a lost message says.
  sealed interface Found {
    record Here(MessageRef message) implements Found {}

    /// The message is certainly not there.
    record Absent() implements Found {}

    /// The platform offers no way to know.
    record CannotTell() implements Found {}
  }
}
