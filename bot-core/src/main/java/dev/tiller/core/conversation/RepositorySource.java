package dev.tiller.core.conversation;

/// Where the choice of a repository came from.
public enum RepositorySource {
  MESSAGE,
  DEFAULT
}
