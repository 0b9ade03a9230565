package dev.tiller.core.command;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// "with opus", "using gpt-5.2", "use claude opus 4.5 to", "with the opus model". A name that may
/// be a plain word, such as *composer* or *default*, is one only next to "model".
final class ModelForms {

  private static final Set<String> BEFORE = Set.of("with", "using", "use", "via");

  /// Longest run of words that is looked at for a name.
  private static final int MOST_WORDS = 4;

  /// Names of models and of their makers, and how versions are written.
  private static final Pattern LIKELY =
      Pattern.compile(
          "(?i).{0,60}(?:opus|sonnet|haiku|claude|gpt|gemini|composer|grok|codex|deepseek|qwen|llama"
              + "|kimi|mistral|glm).{0,60}|o[1-9](?:-.{0,60})?|[a-z]{1,40}-\\d.{0,60}|auto|default");

  /// No plain words: with the name of a maker or of a family, a digit or a hyphen.
  private static final Pattern TELLING =
      Pattern.compile(
          "(?i)opus|sonnet|haiku|claude|gpt|gemini|grok|codex|deepseek|qwen|llama|kimi|mistral|glm"
              + "|[-\\d]");

  private ModelForms() {}

  /// Whether the word looks like the name of a model, whether known or not.
  static boolean isLikely(String name) {
    return LIKELY.matcher(name).matches();
  }

  static List<Mention> at(Words words, int place) {
    var word = words.at(place);
    if (!word.is(BEFORE) || !word.closing().isEmpty()) {
      return List.of();
    }
    var next = words.at(place + 1);
    if (next.is("the")) {
      return theModel(words, place);
    }
    return next.is("model") && next.closing().isEmpty()
        ? named(words, place, place + 2)
        : named(words, place, place + 1).stream()
            .filter(its -> isTelling(its) || words.at(place + 1 + length(its)).is("model"))
            .toList();
  }

  private static List<Mention> named(Words words, int place, int name) {
    return Names.longestFirst(
        Mention.Kind.MODEL, words, place, name, words.together(name, MOST_WORDS));
  }

  private static boolean isTelling(Mention mention) {
    return TELLING.matcher(mention.name()).find();
  }

  private static int length(Mention mention) {
    return mention.name().split(" ", -1).length;
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
