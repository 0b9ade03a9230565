package dev.tiller.core.chat;

import java.util.List;

/// What a platform tells of a thread.
public sealed interface History {

  /// @param messages oldest first
  /// @param complete whether there were no older ones in the wanted range
  record Told(List<ThreadMessage> messages, boolean complete) implements History {
    public Told {
      messages = List.copyOf(messages);
    }
  }

  /// The bot may not read the thread.
  record NotGranted() implements History {}
}
