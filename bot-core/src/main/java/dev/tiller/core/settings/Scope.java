package dev.tiller.core.settings;

import java.util.Arrays;
import java.util.Optional;

/// Whose setting it is. A person's settings hold in their workspace.
public enum Scope {
  WORKSPACE("workspace"),
  CHANNEL("channel"),
  PERSON("me");

  private final String word;

  Scope(String word) {
    this.word = word;
  }

  /// How people write it.
  public String word() {
    return word;
  }

  /// The scope that people write so.
  public static Optional<Scope> named(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
  }
}
