package dev.tiller.core.settings;

import dev.tiller.core.agents.Repository;

/// A look at a workspace's keyword rules or aliases, or a change of them.
public sealed interface WordsEdit {

  Kind kind();

  /// What the words are for.
  enum Kind {
    /// A word of a task that leads to a repository.
    RULE,
    /// Another name of a repository.
    ALIAS
  }

  record Show(Kind kind) implements WordsEdit {}

  /// @param word in lower case, one or a few words
  record Add(Kind kind, String word, Repository repository) implements WordsEdit {}

  record Remove(Kind kind, String word) implements WordsEdit {}
}
