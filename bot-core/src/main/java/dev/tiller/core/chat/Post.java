package dev.tiller.core.chat;

import java.util.List;
import java.util.stream.Stream;

/// Something the bot shows in a thread.
public sealed interface Post permits Card, Notice {

  /// Everything the message says as plain text, for notifications, screen readers and old clients.
  /// Data like the rest: a platform escapes it. Without the mention, which a platform adds.
  String fallback();

  List<Button> buttons();

  /// The link buttons as lines of text.
  static Stream<String> linksOf(List<Button> buttons) {
    return buttons.stream()
        .filter(Button.Link.class::isInstance)
        .map(Button.Link.class::cast)
        .map(link -> link.label() + ": " + link.url());
  }
}
