package dev.tiller.app.standin.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A chat platform as its users see it: what they can read, and what they can do.
///
/// What the platform's own client would not let them do throws a [Refusal]. Deliveries of messages
/// to the bot happen after the call has returned; clicks and forms wait for the bot's answer, as a
/// client does.
public interface ChatStandIn {

  /// `slack` or `teams`.
  String id();

  /// Everything there is, as of now.
  PlatformView view();

  /// Writes a message, where `@tiller` mentions the bot.
  ///
  /// @param thread the thread's first message; empty for the main line
  /// @return the new message's id
  default String say(String person, String channel, Optional<String> thread, String text) {
    return say(person, channel, thread, text, List.of());
  }

  /// Writes a message and adds files to it.
  ///
  /// @param text may be empty when there are files
  String say(
      String person, String channel, Optional<String> thread, String text, List<SharedFile> files);

  /// Rewrites one's own message.
  void edit(String person, String channel, String message, String text);

  /// Clicks a button, or chooses from a menu.
  ///
  /// @param action Slack: `action_id`, `block_id` and `value` of the element, for a menu
  ///   `selected_option` with a `value`; Teams: the Adaptive Card's action, the card's inputs
  ///   merged into its data
  /// @return what only the clicker is told, if anything
  Optional<String> press(String person, String channel, String message, ObjectNode action);

  /// Looks for entries of a menu or of a form's field, where the bot has them.
  ///
  /// @param element Slack: `action_id` and `block_id` of the element
  /// @param typed what was typed so far; may be empty
  default List<Entry> search(String person, Surface surface, ObjectNode element, String typed) {
    throw Refusal.invalid("Menus have all their entries with them here.");
  }

  /// An entry of a menu.
  record Entry(String value, String label) {}

  /// Opens the bot's own page, where a platform has one. The bot is told, and shows it in its own
  /// time.
  default void openHome(String person) {
    throw Refusal.invalid("The bot has no page of its own here.");
  }

  /// As [#press], on the bot's own page.
  default Optional<String> pressHome(String person, ObjectNode action) {
    throw Refusal.invalid("The bot has no page of its own here.");
  }

  /// What else people can do.
  Gestures gestures();

  /// Sends a form.
  ///
  /// @param values Slack: by block id; Teams: by input id
  /// @return what became of it
  Submitted submit(String person, String form, Map<String, String> values);

  /// What became of a form that was sent.
  ///
  /// @param errors what is wrong, by field; empty when the form was taken
  /// @param note what only the sender is told, if anything
  record Submitted(Map<String, String> errors, Optional<String> note) {

    public static final Submitted TAKEN = new Submitted(Map.of(), Optional.empty());

    public Submitted {
      errors = Map.copyOf(errors);
    }

    public static Submitted wrong(Map<String, String> errors) {
      return new Submitted(errors, Optional.empty());
    }
  }

  /// Closes a form without sending it.
  void dismiss(String person, String form);

  /// Tells the bot of a message once more, as the platform does when an answer came too late.
  void redeliver(String message);

  /// Whether the bot has been told of everything that has happened so far, or cannot be reached.
  boolean idle();

  /// A file that was added to a message, by the id that the message's `wire` names it by; empty
  /// when there is none, or not any more.
  Optional<SharedFile> file(String id);

  /// Calls `listener` after each change of what [#view()] shows, on the thread that made it: it
  /// must be quick.
  void onChange(Runnable listener);
}
