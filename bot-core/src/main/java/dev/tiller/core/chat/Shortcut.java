package dev.tiller.core.chat;

import java.util.List;

/// Something a person wants done with any message of a channel, chosen from the message's own menu.
/// It opens a form, see [Ask#form(Shortcut)].
///
/// @param address the thread the message is in, or would begin
/// @param message the message's id in its channel
/// @param author who wrote it; may be a bot
/// @param text what it says, with the platform's markup undone
/// @param outsider whether the actor or the channel belongs to another organisation, or the actor
///   is a guest
public record Shortcut(
    Kind kind,
    Address address,
    String message,
    Person actor,
    Person author,
    String text,
    boolean outsider,
    List<Attachment> attachments) {

  public Shortcut {
    Checks.filled("message", message);
    attachments = List.copyOf(attachments);
  }

  /// The same message with its author as we know them.
  public Shortcut from(Person known) {
    return new Shortcut(kind, address, message, actor, known, text, outsider, attachments);
  }

  /// What is wanted.
  public enum Kind {
    /// A new agent that works on the message.
    SEND,
    /// A follow-up to the agent whose card the message is, or that it asked for.
    FOLLOW_UP
  }
}
