package dev.tiller.core.command;

import dev.tiller.core.settings.SettingName;
import dev.tiller.core.text.Language;
import dev.tiller.core.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names and values of settings.
final class SettingValues {

  /// All names, for sentences.
  static final String KEYS =
      Arrays.stream(SettingName.values()).map(SettingName::key).collect(Collectors.joining(", "));

  private static final Set<String> TAKING_BACK = Set.of("unset", "none", "reset", "-");
  private static final List<String> FOLLOW_UPS = List.of("owner", "team");
  private static final Pattern MENTION = Pattern.compile("@[^\\s,@]{1,300}");

  private SettingValues() {}

  /// The setting of this name, in any case, with hyphens or underscores or without.
  static Optional<SettingName> called(String written) {
    return Arrays.stream(SettingName.values())
        .filter(name -> plain(name.key()).equals(plain(written)))
        .findFirst()
        .or(() -> OptionNames.called(written).flatMap(SettingValues::of));
  }

  /// The setting that a misspelt name probably means.
  static Optional<SettingName> resembling(String written) {
    return Arrays.stream(SettingName.values())
        .filter(name -> Spelling.isSlip(plain(written), plain(name.key())))
        .findFirst()
        .or(() ->
            OptionNames.resembling(written, option -> of(option).isPresent())
                .flatMap(SettingValues::of));
  }

  private static Optional<SettingName> of(OptionName option) {
    return Arrays.stream(SettingName.values())
        .filter(name -> name.key().equals(option.key()))
        .findFirst();
  }

  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
  }

  /// Whether the value takes a setting back. `context=none` is a choice like others.
  static boolean takesBack(SettingName name, String value) {
    var word = value.toLowerCase(Locale.ROOT);
    return TAKING_BACK.contains(word) && !(name == SettingName.CONTEXT && word.equals("none"));
  }

  /// The value in its usual spelling; empty when it is none of this setting.
  static Optional<String> checked(SettingName name, String value) {
    return switch (name) {
      case REPOSITORY ->
          OptionValues.repositories(value).filter(all -> all.size() == 1).map(_ -> value);
      case BRANCH -> OptionValues.branch(value).map(Object::toString);
      case MODEL -> OptionValues.model(value).map(Object::toString);
      case AUTOPR, SUMMARY_OUTSIDE, LISTEN, QUIET ->
          OptionValues.truth(value).map(yes -> yes ? "yes" : "no");
      case CONTEXT -> ContextChoice.parse(value).map(ContextChoice::written);
      case FOLLOW_UPS -> followUps(value::equalsIgnoreCase).or(() -> people(value));
      case LANGUAGE -> Language.parse(value).map(Language::code);
    };
  }

  /// Whether the value can hardly mean anything else beside the setting's name.
  static boolean isPlausible(SettingName name, String value) {
    return switch (name) {
      case REPOSITORY -> Plausible.apart(OptionName.REPO, value);
      case BRANCH -> Plausible.apart(OptionName.BRANCH, value);
      case MODEL -> Plausible.apart(OptionName.MODEL, value);
      case AUTOPR, CONTEXT, FOLLOW_UPS, SUMMARY_OUTSIDE, LISTEN, QUIET, LANGUAGE ->
          checked(name, value).isPresent();
    };
  }

  /// What a misspelt value probably means.
  static Optional<String> likely(SettingName name, String value) {
    return switch (name) {
      case AUTOPR, SUMMARY_OUTSIDE, LISTEN, QUIET -> OptionName.AUTOPR.resemblingChoice(value);
      case CONTEXT -> OptionName.CONTEXT.resemblingChoice(value);
      case FOLLOW_UPS -> followUps(word -> Spelling.isSlip(value.toLowerCase(Locale.ROOT), word));
      case REPOSITORY, BRANCH, MODEL, LANGUAGE -> Optional.empty();
    };
  }

  /// Mentions with commas between them. Who they are is not known here.
  private static Optional<String> people(String value) {
    var all = Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    return !all.isEmpty() && all.stream().allMatch(MENTION.asMatchPredicate())
        ? Optional.of(String.join(",", all))
        : Optional.empty();
  }

  /// Whether a word of a message can be one more person of a list.
  static boolean isPeople(String word) {
    return people(word).isPresent();
  }

  private static Optional<String> followUps(Predicate<String> which) {
    return FOLLOW_UPS.stream().filter(which).findFirst();
  }

  /// What to write instead.
  static String expected(SettingName name) {
    return switch (name) {
      case REPOSITORY -> Texts.get("problem.setting-repo");
      case BRANCH -> Texts.get("problem.setting-branch");
      case MODEL -> Texts.get("problem.setting-model");
      case AUTOPR -> Texts.get("problem.setting-autopr");
      case CONTEXT -> Texts.get("problem.setting-context");
      case FOLLOW_UPS -> Texts.get("problem.setting-followups");
      case SUMMARY_OUTSIDE, LISTEN, QUIET -> Texts.get("problem.setting-answer", name.key());
      case LANGUAGE -> Texts.get("problem.setting-language");
    };
  }
}
