package dev.tiller.core.chat;

import java.util.List;
import java.util.Optional;

/// Whom a message is meant for.
///
/// @param bot whether it addresses the bot: by a mention, or because it was written in a direct
///   chat. One that does not is only overheard, see [InboundMessage]
/// @param others whoever else it mentions, in the order of the text
/// @param answers the message that it answers or quotes, where the platform has such a thing;
///   absent for a message that only stands in a thread
/// @param botName how people mention the bot there, without `@`; absent where the platform does not
///   say
public record Addressing(
    boolean bot, List<Mentioned> others, Optional<MessageRef> answers, Optional<String> botName) {

  /// To the bot and nobody else.
  public static final Addressing TO_BOT = new Addressing(true, List.of(), Optional.empty());

  public Addressing {
    others = List.copyOf(others);
  }

  /// Where the platform does not say how the bot is called.
  public Addressing(boolean bot, List<Mentioned> others, Optional<MessageRef> answers) {
    this(bot, others, answers, Optional.empty());
  }

  /// The same where the bot is called so.
  public Addressing calling(Optional<String> botName) {
    return new Addressing(bot, others, answers, botName);
  }

  /// Somebody who is mentioned.
  ///
  /// @param written how the mention stands in the text, such as `@Ben`
  /// @param person perhaps not [Person#identified()]; also for a channel, a tag or a bot that is
  ///   mentioned
  public record Mentioned(String written, Person person) {}
}
