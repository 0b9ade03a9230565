package dev.tiller.core.command;

/// Words of a task that name something if it is known by that name, and are mere prose otherwise.
///
/// @param name what it would be called: *web-app* of "in web-app". One to three words with single
///   spaces between; of a repository also `owner/name` or an address that
///   [dev.tiller.core.agents.Repository#parse] reads
/// @param phrase the words as written, on one line, to be quoted back as the reason
public record Mention(Kind kind, String name, String phrase) {

  public enum Kind {
    REPOSITORY,
    /// Always a name that git would take, and that looks like one or is a usual one.
    BRANCH,
    MODEL
  }
}
