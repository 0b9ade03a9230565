package dev.tiller.core.routing;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.Preferences;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a request goes by where it says nothing itself.
///
/// @param recent absent when the person has not worked in the channel lately
/// @param configured the repository of last resort
public record Background(
    Preferences preferences,
    Optional<Recent> recent,
    Optional<Repository> configured,
    Known known,
    Instant now) {

  /// The repositories that are called so: by an alias, else by their own name or address.
  List<Repository> called(String name) {
    var alias = preferences.aliases().get(Known.lower(name));
    return alias == null ? known.called(name) : List.of(alias);
  }

  /// One whose defaults count.
  record Level(Source.Kind kind, Defaults defaults) {}

  /// From the strongest to the weakest.
  List<Level> levels() {
    return List.of(
        new Level(Source.Kind.CHANNEL, preferences.channel()),
        new Level(Source.Kind.PERSON, preferences.person()),
        new Level(Source.Kind.WORKSPACE, preferences.workspace()));
  }
}
