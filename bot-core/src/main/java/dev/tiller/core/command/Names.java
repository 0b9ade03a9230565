package dev.tiller.core.command;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Words taken for names.
final class Names {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._+#'’-]{0,99}");
  private static final Pattern SIGN =
      Pattern.compile("[\\p{L}\\p{N}][-_.]+[\\p{L}\\p{N}]|\\p{L}\\p{N}");

  private Names() {}

  /// Whether a word cannot be one of prose.
  static boolean isSpecial(String word) {
    return NAME.matcher(word).matches() && SIGN.matcher(word).find();
  }

  /// The words from `name` on: so many of them, all but the last, and so on.
  ///
  /// @param start where the phrase begins that is quoted
  static List<Mention> longestFirst(Mention.Kind kind, Words words, int start, int name, int most) {
    var count = (int) IntStream.range(0, most).takeWhile(i -> isName(words, name + i)).count();
    return IntStream.iterate(count, length -> length > 0, length -> length - 1)
        .map(length -> name + length)
        .mapToObj(end -> new Mention(kind, words.joined(name, end), words.joined(start, end)))
        .toList();
  }

  /// One name of all these words.
  static List<Mention> whole(
      Mention.Kind kind, Words words, int start, int name, int end, int phraseEnd) {
    var named = IntStream.range(name, end).allMatch(place -> isName(words, place));
    var mention = new Mention(kind, words.joined(name, end), words.joined(start, phraseEnd));
    return named ? List.of(mention) : List.of();
  }

  private static boolean isName(Words words, int place) {
    return isName(words.at(place).bare());
  }

  /// Whether a word can be a name, or a part of one of several words.
  static boolean isName(String word) {
    return NAME.matcher(word).matches();
  }
}
