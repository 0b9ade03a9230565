package dev.tiller.core.command;

import java.util.List;
import java.util.Set;

/// "with opus", "using gpt-5.2", "use claude opus 4.5 to", "with the opus model".
final class ModelForms {

  private static final Set<String> BEFORE = Set.of("with", "using", "use", "via");

  /// Longest run of words that is looked at for a name.
  private static final int MOST_WORDS = 4;

  private ModelForms() {}

  static List<Mention> at(Words words, int place) {
    var word = words.at(place);
    if (!word.is(BEFORE) || !word.closing().isEmpty()) {
      return List.of();
    }
    var next = words.at(place + 1);
    if (next.is("the")) {
      return theModel(words, place);
    }
    var name = next.is("model") && next.closing().isEmpty() ? place + 2 : place + 1;
    return Names.longestFirst(
        Mention.Kind.MODEL, words, place, name, words.together(name, MOST_WORDS));
  }

  /// "use the haiku format" names no model, "use the haiku model" does.
  private static List<Mention> theModel(Words words, int place) {
    var name = place + 2;
    var room = words.together(name, MOST_WORDS + 1);
    for (var count = 1; count < room; count++) {
      if (words.at(name + count).is("model")) {
        return Names.whole(Mention.Kind.MODEL, words, place, name, name + count, name + count + 1);
      }
    }
    return List.of();
  }
}
