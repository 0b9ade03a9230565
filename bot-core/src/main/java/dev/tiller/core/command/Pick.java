package dev.tiller.core.command;

import java.util.Optional;

/// What somebody wants for a branch or a model.
public sealed interface Pick {

  /// The name that was asked for; empty where the choice is the service's.
  Optional<String> name();

  /// Reads the name of a branch, or `auto`; empty for anything else.
  static Optional<Pick> branch(String written) {
    return OptionValues.branch(written);
  }

  /// Reads the name of a model, or `auto`; empty for anything else.
  static Optional<Pick> model(String written) {
    return OptionValues.model(written);
  }

  /// The service is to choose: an answer like another, which beats weaker ones.
  record Auto() implements Pick {
    @Override
    public Optional<String> name() {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return "auto";
    }
  }

  /// This one and no other.
  record Named(String its) implements Pick {
    @Override
    public Optional<String> name() {
      return Optional.of(its);
    }

    @Override
    public String toString() {
      return its;
    }
  }
}
