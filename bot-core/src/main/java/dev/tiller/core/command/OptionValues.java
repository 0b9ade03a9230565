package dev.tiller.core.command;

import dev.tiller.core.agents.Mode;
import dev.tiller.core.agents.PullRequest;
import dev.tiller.core.agents.Repository;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Values of options; empty means that something is not a value.
final class OptionValues {

  /// The words that [#truth] reads.
  static final List<String> ANSWERS = List.of("yes", "no", "true", "false", "on", "off");

  /// Room for a web address.
  private static final int LONGEST_ADDRESS = 500;

  /// More than anybody means; keeps the reading of a long text quick.
  private static final int MOST_REPOSITORIES = 100;

  private OptionValues() {}

  /// Addresses with commas between; one that is written twice counts once.
  static Optional<List<Repository>> repositories(String value) {
    if (pullRequest(value).isPresent()) {
      return Optional.empty();
    }
    var found = new LinkedHashSet<Repository>();
    for (var part : value.split(",", MOST_REPOSITORIES + 1)) {
      var repository = Optional.of(part).filter(OptionValues::hasRoom).flatMap(Repository::parse);
      if (repository.isEmpty()) {
        return Optional.empty();
      }
      found.add(repository.get());
    }
    return Optional.of(List.copyOf(found));
  }

  /// A repository's own name or another name for it, which somebody else has to look up.
  static Optional<String> repositoryName(String value) {
    return Optional.of(value).filter(its -> its.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}"));
  }

  static Optional<PullRequest> pullRequest(String value) {
    return Optional.of(value).filter(OptionValues::hasRoom).flatMap(PullRequest::parse);
  }

  private static boolean hasRoom(String address) {
    return address.length() <= LONGEST_ADDRESS;
  }

  static Optional<Pick> branch(String value) {
    return chosen(value, GitRef::isPlausible);
  }

  static Optional<Pick> model(String value) {
    return chosen(value, OptionValues::isName);
  }

  static Optional<Mode> mode(String value) {
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.word().equalsIgnoreCase(value))
        .findFirst();
  }

  static Optional<String> name(String value) {
    return Optional.of(value).filter(OptionValues::isName);
  }

  static Optional<Boolean> truth(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> Optional.of(true);
      case "false", "no", "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static boolean isName(String value) {
    return value.matches("[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,99}");
  }

  /// `auto` and `default` leave the choice to the service.
  private static Optional<Pick> chosen(String value, Predicate<String> isValid) {
    if (value.equalsIgnoreCase("auto") || value.equalsIgnoreCase("default")) {
      return Optional.of(new Pick.Auto());
    }
    return isValid.test(value) ? Optional.of(new Pick.Named(value)) : Optional.empty();
  }
}
