package dev.tiller.teams;

import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Arrival;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Shortcut;
import dev.tiller.core.chat.StopSign;
import java.time.Instant;
import java.util.Optional;

/// What an activity from Teams is to the bot.
sealed interface TeamsEvent {

  record Message(InboundMessage message) implements TeamsEvent {}

  /// The bot was added to a team or chat, or to somebody's apps.
  record Arrived(Arrival arrival) implements TeamsEvent {}

  /// It was removed from there.
  record Left(ChatThread mainLine, Optional<Instant> at) implements TeamsEvent {}

  /// A reaction that stops.
  record Stop(StopSign sign) implements TeamsEvent {}

  /// An entry of a message's own menu, which opens a dialog (`composeExtension/fetchTask`).
  record Choosing(Shortcut shortcut) implements TeamsEvent {}

  /// The same in a chat that the bot is not part of; Teams may leave such a chat's id out.
  record NotHere() implements TeamsEvent {}

  /// A click that is answered on the spot (`adaptiveCard/action`).
  record Click(Action action) implements TeamsEvent {}

  /// A click that came as a message and has no answer of its own.
  record SilentClick(Action action) implements TeamsEvent {}

  /// A click that opens a dialog (`task/fetch`).
  record Opening(Action action) implements TeamsEvent {}

  /// A dialog that was sent (`task/submit`, `composeExtension/submitAction`).
  record Submission(FormSubmission submission) implements TeamsEvent {}

  /// A click, a dialog or an attempt at one by somebody from outside the organisation.
  record Outsider(Kind kind) implements TeamsEvent {}

  /// A click on the button beside a menu in which nothing was chosen, or something that no menu of
  /// the bot's offers.
  record NothingChosen(Kind kind) implements TeamsEvent {}

  /// How a click came, and so how it can be answered.
  enum Kind {
    CLICK,
    DIALOG,
    MESSAGE
  }

  /// Nothing that the bot acts on.
  record Ignored(String reason) implements TeamsEvent {}

  /// A request whose answer Teams waits for, of a kind that the bot has no answer to.
  record Unsupported(String name) implements TeamsEvent {}

  /// An activity without what its kind must have.
  record Malformed(String reason) implements TeamsEvent {}
}
