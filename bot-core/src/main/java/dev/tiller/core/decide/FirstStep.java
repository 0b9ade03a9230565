package dev.tiller.core.decide;

import dev.tiller.core.conversation.Conversation;
import java.util.Optional;

/// What is to be done about a piece of work whose turn has come.
public interface FirstStep {

  /// What is to be written down before anything else.
  default Optional<Decision> before() {
    return Optional.empty();
  }

  /// Whether nothing is left to do after that.
  default boolean settled() {
    return false;
  }

  /// Asking the service for something; the state says so already.
  interface Calling extends FirstStep {
    Conversation after();

    @Override
    default Optional<Decision> before() {
      return Optional.of(Decision.of(after()));
    }
  }

  /// Nothing to ask the service any more.
  interface Settling extends FirstStep {
    Decision decision();

    @Override
    default Optional<Decision> before() {
      return Optional.of(decision());
    }

    @Override
    default boolean settled() {
      return true;
    }
  }
}
