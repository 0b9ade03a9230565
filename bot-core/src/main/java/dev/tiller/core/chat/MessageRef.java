package dev.tiller.core.chat;

/// A message that a platform has accepted, so that it can be edited later.
///
/// @param id Slack's `ts`, Teams' activity id
public record MessageRef(String id) {

  public MessageRef {
    Checks.filled("id", id);
  }
}
