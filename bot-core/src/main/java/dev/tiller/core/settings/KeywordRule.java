package dev.tiller.core.settings;

import dev.tiller.core.agents.Repository;

/// A word that leads to a repository: of a task, for a rule; instead of the repository's name, for
/// an alias.
///
/// @param word in lower case, one or a few words
/// @param fixed whether it comes from the reviewed file, and cannot be changed in chat
public record KeywordRule(String word, Repository repository, boolean fixed) {}
