package dev.tiller.core.command;

import java.util.Optional;

/// Reads one word that is written like an option.
final class OptionReader {

  /// Longer words before a `=` are nobody's slip of the pen.
  private static final int LONGEST_KEY = 16;

  private static final int LONGEST_QUOTED = 1_000;

  /// Stands after a word in a sentence or a list and is no part of a value, unless quoted.
  private static final String PUNCTUATION = ",;:.!?…";

  private OptionReader() {}

  /// The option that begins at the position, the start of a word; empty for ordinary words.
  static Optional<OptionWord> at(String text, int start) {
    var equals = keyEnd(text, start);
    if (equals == start || !holds(text, equals, "=")) {
      return Optional.empty();
    }
    var key = text.substring(start, equals);
    var from = equals + 1;
    var known = OptionNames.called(key);
    var meant =
        known.isPresent()
            ? known.filter(option -> option.claims(value(text, from).of(text), false))
            : OptionNames.resembling(
                key, option -> option.claims(value(text, from).of(text), true));
    return meant.map(option -> read(text, start, key, option, known.isEmpty()));
  }

  private static OptionWord read(
      String text, int start, String key, OptionName option, boolean misspelt) {
    var value = value(text, start + key.length() + 1);
    var place = new Range(start, Whitespace.nextSpace(text, value.end()));
    return new OptionWord(place, key, option, misspelt, value);
  }

  private static Range value(String text, int from) {
    return quoted(text, from).orElseGet(() -> bare(text, from));
  }

  private static Range bare(String text, int from) {
    return new Range(from, withoutPunctuation(text, from, Whitespace.nextSpace(text, from)));
  }

  /// The value between quotes on one line, if only punctuation follows them.
  private static Optional<Range> quoted(String text, int from) {
    var closing = from < text.length() ? closingQuotes(text.charAt(from)) : "";
    if (closing.isEmpty()) {
      return Optional.empty();
    }
    var limit = Math.min(text.length(), from + LONGEST_QUOTED);
    for (var at = from + 1; at < limit && text.charAt(at) != '\n'; at++) {
      if (holds(text, at, closing)) {
        var wordEnd = Whitespace.nextSpace(text, at);
        return withoutPunctuation(text, at + 1, wordEnd) == at + 1
            ? Optional.of(new Range(from + 1, at))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// The quotes that close what this one opens; none for other characters. Phones and chat clients
  /// curl quotes, now and then only one of a pair.
  private static String closingQuotes(char opening) {
    return switch (opening) {
      case '"' -> "\"";
      case '\'' -> "'";
      case '“', '”', '„' -> "“”\"";
      case '‘', '’', '‚' -> "‘’'";
      default -> "";
    };
  }

  private static int keyEnd(String text, int start) {
    var at = start;
    while (at < text.length() && at - start <= LONGEST_KEY && isKeyPart(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isKeyPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-'
        || c == '–'
        || c == '—';
  }

  private static int withoutPunctuation(String text, int from, int to) {
    var end = to;
    while (end > from && holds(text, end - 1, PUNCTUATION)) {
      end--;
    }
    return end;
  }

  private static boolean holds(String text, int at, String characters) {
    return at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
  }
}
