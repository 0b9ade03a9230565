package dev.tiller.core.command;

/// Words of a task that name something if it is known by that name, and are mere prose otherwise.
///
/// @param name what it would be called: *web-app* of "in web-app". One to three words with single
///   spaces between; of a repository also `owner/name` or an address that
///   [dev.tiller.core.agents.Repository#parse] reads
/// @param phrase the words as written, on one line, to be quoted back as the reason
/// @param sure whether a known name can mean nothing else there; of *test* in "add a case in test"
///   only a person can say
public record Mention(Kind kind, String name, String phrase, boolean sure) {

  Mention(Kind kind, String name, String phrase) {
    this(kind, name, phrase, true);
  }

  Mention sureIf(boolean certain) {
    return new Mention(kind, name, phrase, sure && certain);
  }

  public enum Kind {
    REPOSITORY,
    /// Always a name that git would take, and that looks like one or is a usual one.
    BRANCH,
    MODEL
  }
}
