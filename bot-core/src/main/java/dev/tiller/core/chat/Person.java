package dev.tiller.core.chat;

/// Somebody on a chat platform.
///
/// @param id stable and safe to decide authority by: the Slack user id, the Teams Entra object id;
///   for somebody who is not [#identified()], nothing to decide by
/// @param handle what the platform wants in a mention: the Slack user id, the Teams `29:…` id
/// @param name for display only; may be the id where no name is known
public record Person(String id, String handle, String name) {

  private static final int LONGEST_NAME = 200;
  private static final String UNIDENTIFIED = "?";

  /// Somebody whose stable id the platform did not tell, such as a person who is mentioned on
  /// Microsoft Teams and has not written to the bot.
  public static Person unidentified(String handle, String name) {
    return new Person(UNIDENTIFIED + handle, handle, name);
  }

  /// Whether the id may be kept and compared with others. Nothing may be given to somebody without
  /// one, and nobody is taken for somebody else by the handle or the name.
  public boolean identified() {
    return !id.startsWith(UNIDENTIFIED);
  }

  /// Whether the name is only the id.
  public boolean nameless() {
    return name.equals(id);
  }

  public Person {
    Checks.filled("id", id);
    name = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
