package dev.tiller.slack;

import dev.tiller.core.chat.Addressing.Mentioned;
import dev.tiller.core.chat.Person;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whom a message's markup mentions besides the bot (Slack, "Formatting message text", 2026).
final class SlackMentions {

  private static final Pattern PERSON = Pattern.compile("<@([UW][A-Z0-9]+)(?:\\|[^<>\\n]*)?>");
  private static final Pattern GROUP =
      Pattern.compile("<!(?:subteam\\^([A-Z0-9]+)|(here|channel|everyone))(?:\\|[^<>\\n]*)?>");

  private SlackMentions() {}

  /// The people, in the order of the text, each with how [SlackText#undo] writes the mention.
  static List<Mentioned> people(String markup, Optional<String> bot) {
    return PERSON
        .matcher(markup)
        .results()
        .filter(found -> !bot.equals(Optional.of(found.group(1))))
        .map(found -> mentioned(found.group(), found.group(1)))
        .distinct()
        .toList();
  }

  /// The groups and broadcasts (`@here` and the like), as somebody who is mentioned.
  static List<Mentioned> groups(String markup) {
    return GROUP
        .matcher(markup)
        .results()
        .map(found ->
            mentioned(
                found.group(), Optional.ofNullable(found.group(1)).orElseGet(() -> found.group(2))))
        .distinct()
        .toList();
  }

  private static Mentioned mentioned(String markup, String id) {
    var written = SlackText.undo(markup, Optional.empty());
    return new Mentioned(written, new Person(id, id, written.substring(1)));
  }
}
