package dev.tiller.app.playground;

/// How Slack's stand-in reaches the bot.
public enum SlackWay {
  /// By signed requests to the bot's address.
  HTTP,
  /// Through a socket that the bot opens (Socket Mode).
  SOCKET
}
