package dev.tiller.core.chat;

import java.util.Optional;

/// A sign to stop without any words: a ❌ on a message, or the platform's own stop button.
///
/// @param place where the sign was given. Its route is as on messages; its thread's root is right
///   only where `message` is absent
/// @param message the message that carries the sign: the bot's or the one that asked; absent when
///   the whole thread is meant
/// @param outsider as in [InboundMessage]
/// @param nonce names the sign for good, so that a repeated delivery counts once
public record StopSign(
    Address place, Optional<String> message, Person actor, boolean outsider, String nonce) {

  public StopSign {
    Checks.filled("nonce", nonce);
  }
}
