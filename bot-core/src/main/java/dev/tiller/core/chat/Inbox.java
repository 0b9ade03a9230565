package dev.tiller.core.chat;

import java.time.Instant;
import java.util.Optional;

/// Where adapters hand in what people do.
///
/// Each method returns when the request is on disk, so that the adapter may acknowledge it, and
/// calls no outside service. An exception means that nothing was accepted: the adapter answers with
/// a server error and the platform delivers again. Safe to call again with the same value.
public interface Inbox {

  /// Adapters hand in all messages that they see in threads, also those not addressed to the bot.
  void message(InboundMessage message);

  void stop(StopSign sign);

  Receipt action(Action action);

  Receipt form(FormSubmission submission);

  /// The bot can write somewhere, perhaps not for the first time: platforms tell more than once.
  void arrived(Arrival arrival);

  /// The bot was removed from a place. Should it come back, it introduces itself again.
  ///
  /// @param at when, by the platform's clock; absent where the platform does not say
  void left(ChatThread mainLine, Optional<Instant> at);
}
