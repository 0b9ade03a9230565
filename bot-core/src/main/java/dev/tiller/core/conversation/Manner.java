package dev.tiller.core.conversation;

import dev.tiller.core.text.Language;

/// How the bot behaves in one thread.
///
/// @param language what it speaks there: that of whoever addressed it last
public record Manner(Language language, Listening listening) {

  /// As nobody has asked for anything else.
  public static final Manner USUAL = new Manner(Language.ENGLISH, Listening.AS_SET);

  public Manner speaking(Language its) {
    return new Manner(its, listening);
  }

  public Manner listening(Listening its) {
    return new Manner(language, its);
  }

  /// Whether messages without a mention count in the thread.
  public enum Listening {
    /// As channel and workspace want it.
    AS_SET,
    /// Somebody said `unmute`.
    ON,
    /// Somebody said `mute`.
    OFF
  }
}
