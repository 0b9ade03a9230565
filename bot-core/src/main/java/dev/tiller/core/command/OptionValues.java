package dev.tiller.core.command;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Values of options; empty means that something is not a value.
final class OptionValues {

  private OptionValues() {}

  static Optional<Optional<String>> branch(String value) {
    return chosen(value, GitRef::isPlausible);
  }

  static Optional<Optional<String>> model(String value) {
    return chosen(value, id -> id.matches("[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,99}"));
  }

  static Optional<Boolean> truth(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> Optional.of(true);
      case "false", "no", "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /// `auto` and `default` leave the choice to the service.
  private static Optional<Optional<String>> chosen(String value, Predicate<String> isValid) {
    if (value.equalsIgnoreCase("auto") || value.equalsIgnoreCase("default")) {
      return Optional.of(Optional.empty());
    }
    return isValid.test(value) ? Optional.of(Optional.of(value)) : Optional.empty();
  }
}
