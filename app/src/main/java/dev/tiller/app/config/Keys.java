package dev.tiller.app.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Where the keys come from that other secrets are derived from.
public sealed interface Keys {

  /// The shortest key that is taken, in characters.
  int LEAST = 32;

  /// The keys, the first of which is used and all of which are accepted.
  ///
  /// @throws IOException when a file cannot be read or made
  List<Secret> open() throws IOException;

  /// From the settings; at least one.
  record Given(List<Secret> keys) implements Keys {
    public Given {
      keys = List.copyOf(keys);
    }

    @Override
    public List<Secret> open() {
      return keys;
    }
  }

  /// In a file beside the database, made when it is missing, for the owner's eyes only.
  record Beside(Path file) implements Keys {
    @Override
    public List<Secret> open() throws IOException {
      return List.of(KeyFile.readOrMake(file));
    }
  }

  /// Made anew at each start, for a database that does not outlive the process either.
  record Fleeting() implements Keys {
    @Override
    public List<Secret> open() {
      return List.of(KeyFile.random());
    }
  }
}
