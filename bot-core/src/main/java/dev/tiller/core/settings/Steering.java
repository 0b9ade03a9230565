package dev.tiller.core.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Who may steer an agent beside its owner: send follow-ups, stop, retry.
public sealed interface Steering {

  String PEOPLE = "people:";

  /// Nobody else.
  record Owner() implements Steering {}

  /// Everybody who can write where the agent works.
  record Team() implements Steering {}

  /// These people.
  ///
  /// @param ids stable, see [dev.tiller.core.chat.Person#id()]; at least one
  record People(Set<String> ids) implements Steering {
    public People {
      ids = Set.copyOf(ids);
    }
  }

  static Steering owner() {
    return new Owner();
  }

  static Steering team() {
    return new Team();
  }

  /// As it is kept: `owner`, `team`, or `people:` and ids with commas between them.
  default String written() {
    return switch (this) {
      case Owner() -> "owner";
      case Team() -> "team";
      case People(var ids) -> PEOPLE + String.join(",", new TreeSet<>(ids));
    };
  }

  /// Reads what [#written()] wrote; empty for what is no such thing.
  static Optional<Steering> parse(String written) {
    return switch (written.strip().toLowerCase(Locale.ROOT)) {
      case "owner" -> Optional.of(new Owner());
      case "team" -> Optional.of(new Team());
      default -> people(written);
    };
  }

  private static Optional<Steering> people(String written) {
    if (!written.strip().startsWith(PEOPLE)) {
      return Optional.empty();
    }
    var ids =
        Arrays.stream(written.strip().substring(PEOPLE.length()).split(",", -1))
            .map(String::strip)
            .collect(Collectors.toSet());
    return ids.contains("") ? Optional.empty() : Optional.of(new People(ids));
  }
}
