package dev.tiller.core.settings;

/// The table of settings. Values are written as the options of the same name are.
public enum SettingName {
  REPOSITORY("repo", "Repository"),
  BRANCH("branch", "Branch"),
  MODEL("model", "Model"),
  AUTOPR("autopr", "Pull request by itself"),
  CONTEXT("context", "Thread sent along"),
  /// `owner` or `team`.
  FOLLOW_UPS("followups", "Who may follow up"),
  /// `yes` or `no`: whether agents' summaries are shown where outsiders read along.
  SUMMARY_OUTSIDE("summary_outside", "Summaries where outsiders read");

  private final String key;
  private final String label;

  SettingName(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /// What stands before the `=`.
  public String key() {
    return key;
  }

  /// How forms and cards name it.
  public String label() {
    return label;
  }
}
