package dev.tiller.app.standin.chat;

import java.util.List;
import java.util.Optional;

/// What people do in a chat beside writing and clicking. What the platform's own client would not
/// let them do throws a [Refusal]; a platform without such a thing refuses it always.
public interface Gestures {

  /// Puts a reaction on a message that everybody sees, or takes one's own back.
  ///
  /// @param reaction as the platform names it
  void react(String person, String channel, String message, String reaction);

  /// Chooses an entry of a message's own menu, and waits for the bot's answer.
  ///
  /// @param entry the id of one of [PlatformView.Habits#menu()]
  /// @return what only this person is told, if anything
  Optional<String> choose(String person, String channel, String message, String entry);

  /// Writes a message that quotes another one of the same chat.
  ///
  /// @param text may be empty when there are files
  /// @return the new message's id
  default String quote(
      String person, String channel, String quoted, String text, List<SharedFile> files) {
    throw Refusal.invalid("Messages are not quoted here: reply in the thread.");
  }

  /// Presses the platform's own stop of a thread that says that the bot is at work.
  default void stop(String person, String channel, String thread) {
    throw Refusal.invalid("There is no such button here.");
  }

  /// Adds the bot to a channel or chat, or meets it in a direct chat for the first time. The bot is
  /// told of it as the platform tells, once more by [ChatStandIn#redeliver] of [#arrival].
  void add(String person, String channel);

  /// Removes the bot from a channel or chat.
  default void remove(String person, String channel) {
    throw Refusal.invalid("The bot is not told of that here.");
  }

  /// What the bot was told of when it was added to a channel goes by this id.
  static String arrival(String channel) {
    return "arrival " + channel;
  }

  /// Grants the bot to read messages that do not mention it, or takes that back, as an admin does.
  default void letRead(boolean granted) {
    throw Refusal.invalid("The bot reads what is said where it is a member here.");
  }
}
