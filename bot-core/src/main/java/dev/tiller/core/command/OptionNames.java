package dev.tiller.core.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Finds options by what people write before the `=`.
final class OptionNames {

  /// Words that stand before `=` in code, commands and prose, and look like a misspelt option
  /// without being one. They are ordinary text.
  private static final Set<String> INNOCENT =
      Set.of(
          "author",
          "batch",
          "bench",
          "bool",
          "brand",
          "breach",
          "bunch",
          "code",
          "cool",
          "machines",
          "modal",
          "modem",
          "modes",
          "node",
          "poll",
          "polo",
          "pools",
          "poor",
          "ranch",
          "redo",
          "repr",
          "repro",
          "reps",
          "spool",
          "tool",
          "workers");

  private static final Map<String, OptionName> BY_SPELLING = bySpelling();

  private OptionNames() {}

  /// The option with exactly this name or alias, in any case.
  static Optional<OptionName> called(String written) {
    return Optional.ofNullable(BY_SPELLING.get(written.toLowerCase(Locale.ROOT)));
  }

  /// The option that a misspelt name probably means, of those that suit; hyphens and underscores
  /// are slips like others, and dashes before a right name, as on a command line, are one. Empty
  /// for innocent words and for words that are not close to any option.
  static Optional<OptionName> resembling(String written, Predicate<OptionName> suits) {
    var name = written.toLowerCase(Locale.ROOT);
    var dashless = called(name.replaceFirst("^[-–—]+", ""));
    if (dashless.isPresent()) {
      return dashless.filter(suits);
    }
    return INNOCENT.contains(name)
        ? Optional.empty()
        : BY_SPELLING.entrySet().stream()
            .filter(known -> isSlip(name, known.getKey(), known.getValue()))
            .map(Map.Entry::getValue)
            .filter(suits)
            .findFirst();
  }

  /// Too many words are two slips away from a machine or a worker.
  private static boolean isSlip(String name, String spelling, OptionName option) {
    return option == OptionName.MACHINE
        ? Spelling.isSlip(name, spelling, 1)
        : Spelling.isSlip(name, spelling);
  }

  private static Map<String, OptionName> bySpelling() {
    var result = new LinkedHashMap<String, OptionName>();
    for (var option : OptionName.all()) {
      result.put(option.key(), option);
      option.aliases().forEach(alias -> result.put(alias, option));
    }
    return Collections.unmodifiableMap(result);
  }
}
