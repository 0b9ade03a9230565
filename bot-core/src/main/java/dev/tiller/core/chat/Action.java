package dev.tiller.core.chat;

import java.util.Optional;

/// A click on a button, or a choice from a menu, of one of the bot's messages.
///
/// @param card the message that carries the button; absent when the platform does not say
/// @param value what was chosen from a [Menu]; absent for buttons
public record Action(
    Address address,
    Person actor,
    ActionKey key,
    Optional<MessageRef> card,
    Optional<String> value) {

  /// A click on a button.
  public Action(Address address, Person actor, ActionKey key, Optional<MessageRef> card) {
    this(address, actor, key, card, Optional.empty());
  }

  /// The same, clicked by somebody we know better.
  public Action by(Person known) {
    return new Action(address, known, key, card, value);
  }
}
