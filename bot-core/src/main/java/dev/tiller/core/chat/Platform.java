package dev.tiller.core.chat;

/// A chat product that Tiller talks on.
public enum Platform {
  SLACK("Slack"),
  TEAMS("Microsoft Teams");

  private final String label;

  Platform(String label) {
    this.label = label;
  }

  /// The product's name as people write it.
  public String label() {
    return label;
  }
}
