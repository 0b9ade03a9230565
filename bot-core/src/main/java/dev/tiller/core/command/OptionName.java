package dev.tiller.core.command;

import dev.tiller.core.agents.Repository;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The table of options: everything that `key=value` can mean. Help texts are made from it.
@SuppressWarnings("ImmutableEnumChecker") // its lists are unmodifiable, its readers keep no state
public enum OptionName {
  REPO(
      "repo",
      List.of("repository"),
      "repo=owner/name",
      "the repository to work in; also a web or ssh address",
      "a repository. Write owner/name, or its web or ssh address.",
      List.of(),
      (options, value) -> Repository.parse(value).map(options::withRepository)),

  BRANCH(
      "branch",
      List.of(),
      "branch=name",
      "the branch to start from",
      "the name of a branch. Write it without spaces, like main or fix/login.",
      List.of(),
      (options, value) -> OptionValues.branch(value).map(options::withBranch)),

  MODEL(
      "model",
      List.of(),
      "model=name",
      "the model to use; auto leaves the choice to Cursor",
      "the name of a model. Write it as one word, or auto.",
      List.of(),
      (options, value) -> OptionValues.model(value).map(options::withModel)),

  AUTOPR(
      "autopr",
      List.of(),
      "autopr=yes|no",
      "whether to open a pull request at the end",
      "an answer. Write autopr=yes or autopr=no.",
      List.of("yes", "no", "true", "false", "on", "off"),
      (options, value) -> OptionValues.truth(value).map(options::withAutoPr));

  /// Words that stand before `=` in code, commands and prose, and look like a misspelt option
  /// without being one. They are ordinary text.
  private static final Set<String> INNOCENT =
      Set.of(
          "author", "batch", "bench", "brand", "breach", "bunch", "modal", "mode", "modem", "modes",
          "ranch", "redo", "repr", "repro", "reps");

  /// Room for a web address.
  private static final int MAX_VALUE_LENGTH = 500;

  private static final Map<String, OptionName> BY_SPELLING = bySpelling();

  private final String key;
  private final List<String> aliases;
  private final String syntax;
  private final String description;
  private final String expected;
  private final List<String> choices;
  private final Reader reader;

  OptionName(
      String key,
      List<String> aliases,
      String syntax,
      String description,
      String expected,
      List<String> choices,
      Reader reader) {
    this.key = key;
    this.aliases = aliases;
    this.syntax = syntax;
    this.description = description;
    this.expected = expected;
    this.choices = choices;
    this.reader = reader;
  }

  /// All options, in the order in which help shows them.
  public static List<OptionName> all() {
    return List.of(values());
  }

  /// What stands before the `=`, in lower case.
  public String key() {
    return key;
  }

  /// Other words that mean the same.
  public List<String> aliases() {
    return aliases;
  }

  /// How it is written, for example `repo=owner/name`.
  public String syntax() {
    return syntax;
  }

  /// What it does, in a few words without a full stop.
  public String description() {
    return description;
  }

  /// What a value is, as the end of a sentence that begins "this is not".
  String expected() {
    return expected;
  }

  /// The option with exactly this name or alias, in any case.
  static Optional<OptionName> called(String written) {
    return Optional.ofNullable(BY_SPELLING.get(written.toLowerCase(Locale.ROOT)));
  }

  /// The option that a misspelt name probably means; hyphens and underscores are slips like others.
  /// Empty for innocent words and for words that are not close to any option.
  static Optional<OptionName> resembling(String written) {
    var name = written.toLowerCase(Locale.ROOT);
    return INNOCENT.contains(name)
        ? Optional.empty()
        : BY_SPELLING.entrySet().stream()
            .filter(known -> Spelling.isSlip(name, known.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  /// The options with this one set to the value; empty when it is not a value of this option.
  Optional<Options> set(Options options, String value) {
    return value.length() > MAX_VALUE_LENGTH ? Optional.empty() : reader.read(options, value);
  }

  /// The one value that a misspelt value probably means, for options with few values.
  Optional<String> resemblingChoice(String written) {
    var value = written.toLowerCase(Locale.ROOT);
    var likely = choices.stream().filter(choice -> Spelling.isSlip(value, choice)).toList();
    return likely.size() == 1 ? Optional.of(likely.getFirst()) : Optional.empty();
  }

  private static Map<String, OptionName> bySpelling() {
    var result = new LinkedHashMap<String, OptionName>();
    for (var option : all()) {
      result.put(option.key, option);
      option.aliases.forEach(alias -> result.put(alias, option));
    }
    return Collections.unmodifiableMap(result);
  }

  private interface Reader {
    Optional<Options> read(Options options, String value);
  }
}
