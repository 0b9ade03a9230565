package dev.tiller.core.command;

import java.util.Optional;

/// The beginning of a word in a message, where an option may stand.
///
/// @param leads whether there are only options before it in the message
/// @param leadsLine whether there are only options before it on its line
record Spot(String text, int at, boolean leads, boolean leadsLine) {

  /// Longer words before a `=` are nobody's slip of the pen.
  private static final int LONGEST_KEY = 16;

  private static final int LONGEST_QUOTED = 1_000;

  /// Stands after a word in a sentence or a list and is no part of a value, unless quoted.
  private static final String PUNCTUATION = ",;:!?….";

  boolean holds(int place, String characters) {
    return place < text.length() && characters.indexOf(text.charAt(place)) >= 0;
  }

  /// The end of the word.
  int end() {
    return Whitespace.nextSpace(text, at);
  }

  /// The end of a name of letters, digits, hyphens, dashes and underscores.
  int keyEnd(int from) {
    var end = from;
    while (end < text.length() && end - from <= LONGEST_KEY && isKeyPart(text.charAt(end))) {
      end++;
    }
    return end;
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

  /// Where the next word of the line begins; the end of the line or text if there is none.
  int afterGap(int from) {
    var next = from;
    while (next < text.length() && Whitespace.isGap(text.charAt(next))) {
      next++;
    }
    return next;
  }

  boolean endsLine(int from) {
    var next = afterGap(from);
    return next == text.length() || holds(next, "\r\n");
  }

  /// The value from the position on: what stands in quotes there, or up to the next space.
  Range value(int from) {
    return quoted(from).orElseGet(() -> bare(from));
  }

  private Range bare(int from) {
    return new Range(from, withoutPunctuation(from, Whitespace.nextSpace(text, from)));
  }

  /// The value between quotes on one line, if only punctuation follows them.
  private Optional<Range> quoted(int from) {
    return closingQuote(from)
        .filter(at -> {
          var wordEnd = Whitespace.nextSpace(text, at);
          return withoutPunctuation(at + 1, wordEnd) == at + 1;
        })
        .map(at -> new Range(from + 1, at));
  }

  /// Where the quotes close that open at the position, on the same line.
  Optional<Integer> closingQuote(int from) {
    var closing = from < text.length() ? closingQuotes(text.charAt(from)) : "";
    if (closing.isEmpty()) {
      return Optional.empty();
    }
    var limit = Math.min(text.length(), from + LONGEST_QUOTED);
    for (var next = from + 1; next < limit && text.charAt(next) != '\n'; next++) {
      if (holds(next, closing)) {
        return Optional.of(next);
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

  int withoutPunctuation(int from, int to) {
    var end = to;
    while (end > from && holds(end - 1, PUNCTUATION)) {
      end--;
    }
    return end;
  }

  /// An option with the value that stands there, taken out from the beginning of the word on.
  OptionGroup group(Range name, OptionName option, boolean misspelt, Range value) {
    var place = new Range(at, Whitespace.nextSpace(text, value.end()));
    return OptionGroup.of(place, word(name, option, misspelt, value));
  }

  OptionWord word(Range name, OptionName option, boolean misspelt, Range value) {
    return new OptionWord(name, name.of(text), option, misspelt, value.of(text), value);
  }
}
