package dev.tiller.core.settings;

import dev.tiller.core.text.Texts;
import java.util.Arrays;
import java.util.List;

/// The table of settings. Values are written as the options of the same name are.
public enum SettingName {
  REPOSITORY("repo", "setting.repository"),
  BRANCH("branch", "setting.branch"),
  MODEL("model", "setting.model"),
  AUTOPR("autopr", "setting.autopr"),
  CONTEXT("context", "setting.context"),
  /// `owner`, `team` or people.
  FOLLOW_UPS("followups", "setting.followups"),
  /// `yes` or `no`: whether agents' summaries are shown where outsiders read along.
  SUMMARY_OUTSIDE("summary_outside", "setting.summary-outside"),
  /// `yes` or `no`: whether messages in an agent's thread need no mention.
  LISTEN("listen", "setting.listen"),
  /// `yes` or `no`: whether cards leave progress out.
  QUIET("quiet", "setting.quiet"),
  /// A [dev.tiller.core.text.Language] by its code.
  LANGUAGE("language", "setting.language");

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
    return Texts.get(label);
  }

  /// Whether it can be set for a workspace, a channel or a person.
  public boolean holdsFor(Scope scope) {
    return switch (this) {
      case REPOSITORY, BRANCH, MODEL, AUTOPR, CONTEXT, LANGUAGE -> true;
      case FOLLOW_UPS, SUMMARY_OUTSIDE, LISTEN, QUIET -> scope != Scope.PERSON;
    };
  }

  /// The settings of a workspace, channel or person, in the order in which people see them.
  public static List<SettingName> of(Scope scope) {
    return Arrays.stream(values()).filter(name -> name.holdsFor(scope)).toList();
  }
}
