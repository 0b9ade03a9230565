package dev.tiller.core.routing;

import java.util.Optional;

/// What the search for a value has come to.
public sealed interface Resolution<T> {

  /// The value, unless it has to be asked for.
  Optional<Settled<T>> settled();

  /// Why it has to be asked for, if so.
  Optional<Doubt> doubt();

  /// A value and where it came from.
  record Settled<T>(T value, Source source) implements Resolution<T> {
    @Override
    public Optional<Settled<T>> settled() {
      return Optional.of(this);
    }

    @Override
    public Optional<Doubt> doubt() {
      return Optional.empty();
    }
  }

  /// Only a person can say.
  record Open<T>(Doubt why) implements Resolution<T> {
    @Override
    public Optional<Settled<T>> settled() {
      return Optional.empty();
    }

    @Override
    public Optional<Doubt> doubt() {
      return Optional.of(why);
    }
  }
}
