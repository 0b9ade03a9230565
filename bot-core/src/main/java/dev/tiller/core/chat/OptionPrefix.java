package dev.tiller.core.chat;

/// What stands before an option's value: `repo=`, `@repo:`, `--repo=`. For adapters, to tell a link
/// that is a value from one in prose.
public final class OptionPrefix {

  /// A regular expression without groups, for any case of letters. It names every option and its
  /// aliases.
  public static final String REGEX =
      "(?<![\\w@./-])(?:--|@)?(?i:repo|repository|repos|repositories|pr|mr|pr_url|prurl|branch|model"
          + "|autopr|mode|current[_-]?branch|machine|worker|private[_-]worker|pool|self[_-]?hosted"
          + "|context|ctx)[=:]";

  private OptionPrefix() {}
}
