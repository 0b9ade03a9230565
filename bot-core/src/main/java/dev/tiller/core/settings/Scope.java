package dev.tiller.core.settings;

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
}
