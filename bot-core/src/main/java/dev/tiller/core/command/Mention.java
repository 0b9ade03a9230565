package dev.tiller.core.command;

/// Words of a task that name something if it is known by that name, and are mere prose otherwise.
///
/// @param name what it would be called: *web-app* of "in web-app"
/// @param phrase the words as written, to be quoted back as the reason
public record Mention(Kind kind, String name, String phrase) {

  public enum Kind {
    REPOSITORY,
    BRANCH,
    MODEL
  }
}
