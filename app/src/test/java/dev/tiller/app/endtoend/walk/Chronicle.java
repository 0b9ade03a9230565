package dev.tiller.app.endtoend.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What people have done so far, as far as the promises are about it.
final class Chronicle {

  private static final Pattern WORD = Pattern.compile("\\bword\\d+\\b");

  private final List<Written> written = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();
  private final Map<String, Integer> repeats = new HashMap<>();
  private final Map<String, Set<String>> accepted = new HashMap<>();
  private int words;

  /// A word that nobody has written yet.
  String newWord() {
    words++;
    return "word" + words;
  }

  void add(Written text) {
    written.add(text);
  }

  void step(String what) {
    steps.add(what);
  }

  /// All steps so far, a line each.
  String story() {
    return String.join("\n", steps);
  }

  List<Written> written() {
    return List.copyOf(written);
  }

  Optional<Written> with(String word) {
    return written.stream().filter(each -> each.word().equals(word)).findFirst();
  }

  /// Somebody has asked for what a card shows once more.
  void repeated(String card) {
    wordsIn(card).forEach(word -> repeats.merge(word, 1, Integer::sum));
  }

  /// How often a prompt may be at the service.
  int most(String word) {
    return 1 + repeats.getOrDefault(word, 0);
  }

  /// Somebody wants another's follow-up to go to the agent.
  void accepted(String card, String by) {
    wordsIn(card).forEach(word -> accepted.computeIfAbsent(word, _ -> new HashSet<>()).add(by));
  }

  boolean wasAccepted(String word, String by) {
    return accepted.getOrDefault(word, Set.of()).contains(by);
  }

  static List<String> wordsIn(String text) {
    return WORD.matcher(text).results().map(found -> found.group()).toList();
  }
}
