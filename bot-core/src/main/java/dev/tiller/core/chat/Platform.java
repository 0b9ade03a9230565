package dev.tiller.core.chat;

/// A chat product that Tiller talks on.
public enum Platform {
  SLACK("Slack", false),
  TEAMS("Microsoft Teams", true);

  private final String label;
  private final boolean hidesHistory;

  Platform(String label, boolean hidesHistory) {
    this.label = label;
    this.hidesHistory = hidesHistory;
  }

  /// The product's name as people write it.
  public String label() {
    return label;
  }

  /// Whether a bot may be refused what was said in a thread before, so that it must remember what
  /// was said to it.
  public boolean hidesHistory() {
    return hidesHistory;
  }
}
