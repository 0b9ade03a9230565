package dev.tiller.core.command;

import dev.tiller.core.chat.Addressing.Mentioned;
import java.util.List;

/// Mentions of people inside a message, written so that the grammar can tell them from prose.
final class MentionedPeople {

  private MentionedPeople() {}

  /// The text with `@` and the person's id for each mention: names have spaces, and two people may
  /// have the same one.
  ///
  /// @param mentioned in the order of the text
  static String byId(String text, List<Mentioned> mentioned) {
    var result = new StringBuilder(text.length());
    int at = 0;
    for (var each : mentioned) {
      int found = each.written().isEmpty() ? -1 : text.indexOf(each.written(), at);
      if (found >= 0) {
        result.append(text, at, found).append('@').append(each.person().id());
        at = found + each.written().length();
      }
    }
    return result.append(text, at, text.length()).toString();
  }
}
