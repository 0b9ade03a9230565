package dev.tiller.core.chat;

/// Somebody on a chat platform.
///
/// @param id stable and safe to decide authority by: the Slack user id, the Teams Entra object id
/// @param handle what the platform wants in a mention: the Slack user id, the Teams `29:…` id
/// @param name for display only; may be the id where no name is known
public record Person(String id, String handle, String name) {

  private static final int LONGEST_NAME = 200;

  /// Whether the name is only the id.
  public boolean nameless() {
    return name.equals(id);
  }

  public Person {
    Checks.filled("id", id);
    name = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
