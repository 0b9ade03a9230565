package dev.tiller.core.chat;

import java.time.Instant;
import java.util.List;

/// A message of a thread, by whomever.
///
/// @param id the message's id in its channel
/// @param author a bot's name stands in its person, too
/// @param own whether the bot itself wrote it
/// @param at when it was written
/// @param text with the platform's markup undone; may be empty
public record ThreadMessage(
    String id, Person author, boolean own, Instant at, String text, List<Attachment> attachments) {

  public ThreadMessage {
    Checks.filled("id", id);
    attachments = List.copyOf(attachments);
  }
}
