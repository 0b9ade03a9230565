package dev.tiller.core.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The words of a command with arguments.
///
/// @param head its first word, in lower case
/// @param rest what follows, a quoted piece as one word
record Arguments(String head, List<Argument> rest) {

  /// Longer messages are no commands of this kind.
  private static final int LONGEST = 1_000;

  private static final Pattern WORD =
      Pattern.compile(
          "([^\\s=\"“”„'‘’`]{1,40}=)?(?:\"([^\"\\n]*)\"|[“”„]([^“”\"\\n]*)[“”\"]|'([^'\\n]*)'"
              + "|[‘’]([^‘’']*)[‘’']|`([^`\\n]*)`)(?=[\\s,;]|$)|\\S+");

  private static final Pattern PUNCTUATION = Pattern.compile("[,;:.!?…]+$");

  /// @param key what stands before the `=`, in lower case; absent in other words
  /// @param value the word or what stands behind the `=`, without quotes
  record Argument(Optional<String> key, String value, Range place) {

    boolean is(String word) {
      return key.isEmpty() && value.equalsIgnoreCase(word);
    }
  }

  /// Empty for a message that is too long or begins with no word.
  static Optional<Arguments> of(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var words =
        WORD.matcher(spaced(text))
            .results()
            .map(found -> argument(text, found))
            .filter(word -> word.key().isPresent() || !word.value().isEmpty())
            .toList();
    return words.isEmpty() || words.getFirst().key().isPresent()
        ? Optional.empty()
        : Optional.of(
            new Arguments(
                words.getFirst().value().toLowerCase(Locale.ROOT), words.subList(1, words.size())));
  }

  /// With a plain space for every other.
  private static String spaced(String text) {
    var result = new StringBuilder(text);
    for (var at = 0; at < text.length(); at++) {
      if (Whitespace.isSpace(text.charAt(at)) && text.charAt(at) != '\n') {
        result.setCharAt(at, ' ');
      }
    }
    return result.toString();
  }

  private static Argument argument(String text, MatchResult found) {
    var place = new Range(found.start(), found.end());
    for (var group = 2; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        return new Argument(key(found.group(1)), found.group(group), place);
      }
    }
    var bare = PUNCTUATION.matcher(place.of(text)).replaceFirst("");
    var equals = bare.indexOf('=');
    return equals <= 0
        ? new Argument(Optional.empty(), bare, place)
        : new Argument(key(bare.substring(0, equals + 1)), bare.substring(equals + 1), place);
  }

  private static Optional<String> key(@org.jspecify.annotations.Nullable String written) {
    return Optional.ofNullable(written)
        .map(its -> its.substring(0, its.length() - 1).toLowerCase(Locale.ROOT));
  }
}
