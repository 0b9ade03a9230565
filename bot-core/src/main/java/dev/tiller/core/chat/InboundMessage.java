package dev.tiller.core.chat;

import java.util.List;

/// A message of a person: one that is addressed to the bot, which is a mention or anything in a
/// direct chat, or one that it only overhears in a thread.
///
/// The adapter has checked that it is authentic and has left out other bots' messages, the bot's
/// own and service messages. Two deliveries of one message, also as different event kinds, are
/// equal in [#address()] and [#message()].
///
/// @param address the thread the message is in, or would begin
/// @param message the message's id in its channel; equals the thread's root in a main line
/// @param text what was written, with the platform's markup undone and every mention of the bot
///   removed; otherwise unchanged
/// @param edited whether this reports an edit of an earlier message
/// @param outsider whether the author or the channel belongs to another organisation, or the author
///   is a guest
/// @param attachments the files that came with it, as far as the platform says so here
/// @param addressing whom it is meant for
public record InboundMessage(
    Address address,
    String message,
    Person author,
    Place place,
    String text,
    boolean edited,
    boolean outsider,
    List<Attachment> attachments,
    Addressing addressing) {

  /// A message to the bot alone.
  public InboundMessage(
      Address address,
      String message,
      Person author,
      Place place,
      String text,
      boolean edited,
      boolean outsider,
      List<Attachment> attachments) {
    this(address, message, author, place, text, edited, outsider, attachments, Addressing.TO_BOT);
  }

  /// A message without files, or of a platform that does not tell of them.
  public InboundMessage(
      Address address,
      String message,
      Person author,
      Place place,
      String text,
      boolean edited,
      boolean outsider) {
    this(address, message, author, place, text, edited, outsider, List.of());
  }

  /// The same, written by somebody we know better.
  public InboundMessage by(Person known) {
    return new InboundMessage(
        address, message, known, place, text, edited, outsider, attachments, addressing);
  }

  /// The same, meant for the same people, whom we know better.
  public InboundMessage to(Addressing known) {
    return new InboundMessage(
        address, message, author, place, text, edited, outsider, attachments, known);
  }

  public InboundMessage {
    Checks.filled("message", message);
    attachments = List.copyOf(attachments);
  }
}
