package dev.tiller.slack;

import dev.tiller.core.chat.Addressing.Mentioned;
import dev.tiller.core.chat.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Whom a message's markup mentions besides the bot (Slack, "Formatting message text", 2026).
final class SlackMentions {

  private static final Pattern MENTION =
      Pattern.compile(
          "<(?:@([UW][A-Z0-9]+)|!subteam\\^([A-Z0-9]+)|!(here|channel|everyone))(?:\\|[^<>\\n]*)?>");

  private static final int PERSON = 1;

  private SlackMentions() {}

  /// The people, in the order of the text, each with how [SlackText#undo] writes the mention.
  ///
  /// @param groups whether groups and broadcasts (`@here` and the like) count as people
  /// @param guests who is known to be a guest, a stranger or a bot, by user id: nothing can be
  ///   given to them, so they are not identified
  static List<Mentioned> others(
      String markup, Optional<String> bot, boolean groups, Predicate<String> guests) {
    return MENTION
        .matcher(markup)
        .results()
        .filter(found -> groups || found.group(PERSON) != null)
        .map(found -> mentioned(found, guests))
        .filter(its -> !bot.equals(Optional.of(its.person().handle())))
        .distinct()
        .toList();
  }

  private static Mentioned mentioned(MatchResult found, Predicate<String> guests) {
    var written = SlackText.undo(found.group(), Optional.empty());
    var id = written;
    for (int kind = PERSON; kind <= found.groupCount(); kind++) {
      id = Optional.ofNullable(found.group(kind)).orElse(id);
    }
    var name = written.substring(1);
    var person = guests.test(id) ? Person.unidentified(id, name) : new Person(id, id, name);
    return new Mentioned(written, person);
  }
}
