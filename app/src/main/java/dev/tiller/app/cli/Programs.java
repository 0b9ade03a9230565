package dev.tiller.app.cli;

import dev.tiller.app.config.Settings;

/// What the commands start.
public record Programs(Program<Settings> serve, Program<PlaygroundOptions> playground) {

  /// Something that runs until it is closed.
  @FunctionalInterface
  public interface Program<T> {

    /// Starts it and returns when it is ready.
    ///
    /// @return stops it, letting what is in flight finish
    /// @throws StartFailure or [java.net.BindException] when a person can mend the reason
    AutoCloseable start(T settings) throws Exception;
  }
}
