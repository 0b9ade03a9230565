package dev.tiller.core.chat;

/// The kind of place a message was written in.
public enum Place {
  CHANNEL,
  GROUP_CHAT,
  DIRECT
}
