package dev.tiller.core.decide;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.routing.Known;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Entries of menus and fields: what is known and has all the words that were typed.
final class Choices {

  /// What a platform shows at once.
  private static final int MOST = 100;

  private static final int LONGEST_VALUE = 150;
  private static final int LONGEST_LABEL = 75;

  private Choices() {}

  /// Repositories whose own name begins with what was typed come first.
  static List<Choice> repositories(Known known, String typed) {
    var start = "/" + typed.strip().toLowerCase(Locale.ROOT);
    return found(known.repositories().stream().map(Repository::display), typed)
        .sorted(Comparator.comparing(name -> !name.toLowerCase(Locale.ROOT).contains(start)))
        .limit(MOST)
        .map(Choices::choice)
        .toList();
  }

  static List<Choice> models(Known known, String typed) {
    return found(known.models().stream().map(model -> model.id()), typed)
        .limit(MOST)
        .map(Choices::choice)
        .toList();
  }

  private static Stream<String> found(Stream<String> names, String typed) {
    var words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
    return names.filter(
        name -> fits(name) && Stream.of(words).allMatch(name.toLowerCase(Locale.ROOT)::contains));
  }

  /// Whether a name can be an entry.
  static boolean fits(String name) {
    return !name.isBlank() && name.length() <= LONGEST_VALUE;
  }

  static Choice choice(String name) {
    return new Choice(name, Words.cut(name, LONGEST_LABEL));
  }
}
