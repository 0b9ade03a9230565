package dev.tiller.core.chat;

import java.util.Optional;

/// A click on a button of one of the bot's messages.
///
/// @param card the message that carries the button; absent when the platform does not say
public record Action(Address address, Person actor, ActionKey key, Optional<MessageRef> card) {

  /// The same, clicked by somebody we know better.
  public Action by(Person known) {
    return new Action(address, known, key, card);
  }
}
