package dev.tiller.app.standin.chat;

/// Where something stands that a person can use.
public sealed interface Surface {

  record OnMessage(String channel, String message) implements Surface {}

  /// A form that is open.
  record OnForm(String form) implements Surface {}

  /// The bot's own page.
  record OnHome() implements Surface {}
}
