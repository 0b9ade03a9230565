package dev.tiller.core.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The words of a text without the punctuation around them. Code and quotes are no words.
record Words(List<Word> all) {

  private static final String EMPHASIS = "*_~";
  private static final String BEFORE = "([{<" + EMPHASIS;
  private static final String AFTER = ",.;:!?…)]}>" + EMPHASIS;

  /// @param bare as written
  /// @param begins whether a new clause begins with it: nothing before it belongs to it
  /// @param closing the punctuation after it; empty when the next word may belong to it
  record Word(String bare, int at, boolean begins, String closing) {

    boolean is(Set<String> words) {
      return words.contains(bare.toLowerCase(Locale.ROOT));
    }

    boolean is(String word) {
      return word.equalsIgnoreCase(bare);
    }
  }

  static Words of(String text) {
    var unquoted = Unquoted.of(text);
    var words = new ArrayList<Word>();
    var begins = true;
    for (var at = 0; at < text.length(); ) {
      var end = Whitespace.nextSpace(unquoted, at);
      if (end == at) {
        begins |= text.charAt(at) == '\n';
        at++;
        continue;
      }
      var word = word(unquoted, at, end, begins);
      words.add(word);
      begins = !word.closing().isEmpty();
      at = end;
    }
    return new Words(words);
  }

  private static Word word(String text, int at, int end, boolean begins) {
    var from = at;
    var to = end;
    while (from < to && BEFORE.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && AFTER.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    var bare = text.substring(from, to);
    if (bare.isEmpty() || bare.indexOf(Unquoted.BLOT) >= 0) {
      return new Word("", at, true, "`");
    }
    var opening = punctuation(text.substring(at, from));
    return new Word(bare, at, begins || !opening.isEmpty(), punctuation(text.substring(to, end)));
  }

  private static String punctuation(String around) {
    return around.replaceAll("[" + EMPHASIS + "]", "");
  }

  /// The word at the place; an empty one beyond the ends.
  Word at(int place) {
    return place >= 0 && place < all.size() ? all.get(place) : new Word("", -1, true, "`");
  }

  /// How many words from the place on belong together, up to so many.
  int together(int place, int most) {
    var count = 0;
    while (count < most && !at(place + count).bare().isEmpty()) {
      count++;
      if (!at(place + count - 1).closing().isEmpty() || at(place + count).begins()) {
        break;
      }
    }
    return count;
  }

  /// The words on one line.
  String joined(int from, int to) {
    return all.subList(from, to).stream().map(Word::bare).collect(Collectors.joining(" "));
  }
}
