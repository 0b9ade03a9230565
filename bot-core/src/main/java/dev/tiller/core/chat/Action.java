package dev.tiller.core.chat;

import java.util.Optional;

/// A click on a button of one of the bot's messages.
///
/// @param card the message that carries the button; absent when the platform does not say
public record Action(Address address, Person actor, ActionKey key, Optional<MessageRef> card) {}
