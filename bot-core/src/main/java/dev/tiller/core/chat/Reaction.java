package dev.tiller.core.chat;

/// The one mark that the bot keeps on a request, on platforms where a bot can react.
public enum Reaction {
  WORKING,
  DONE,
  FAILED
}
