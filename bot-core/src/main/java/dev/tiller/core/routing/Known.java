package dev.tiller.core.routing;

import dev.tiller.core.agents.Account.Model;
import dev.tiller.core.agents.Repository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The repositories and models that the service has told of. Names are compared without case.
public final class Known {

  /// The service has told nothing yet, or does not tell.
  public static final Known NOTHING = new Known(List.of(), List.of(), Optional.empty(), Map.of());

  private final List<Repository> repositories;
  private final List<Model> models;
  private final Optional<Trouble> trouble;
  private final Map<String, List<Repository>> byName;

  private Known(
      List<Repository> repositories,
      List<Model> models,
      Optional<Trouble> trouble,
      Map<String, List<Repository>> byName) {
    this.repositories = repositories;
    this.models = models;
    this.trouble = trouble;
    this.byName = byName;
  }

  private static Map<String, List<Repository>> index(List<Repository> repositories) {
    var byName = new HashMap<String, List<Repository>>();
    for (var repository : repositories) {
      for (var name : List.of(shortName(repository), fullName(repository))) {
        byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(repository);
      }
    }
    return byName;
  }

  /// @param repositories empty when they are not known
  /// @param models empty when they are not known
  public static Known of(List<Repository> repositories, List<Model> models) {
    var sorted =
        repositories.stream().distinct().sorted(Comparator.comparing(Known::fullName)).toList();
    return new Known(sorted, List.copyOf(models), Optional.empty(), index(sorted));
  }

  /// What keeps the bot from working, until somebody mends it.
  public enum Trouble {
    /// The service does not accept the bot's key.
    KEY,
    /// The plan, role or privacy settings behind the key do not allow agents.
    PLAN,
    /// The service knows no repository.
    NO_REPOSITORIES
  }

  /// The same while this is amiss.
  public Known amiss(Optional<Trouble> its) {
    return new Known(repositories, models, its, byName);
  }

  /// Absent when nothing is known to be amiss.
  public Optional<Trouble> trouble() {
    return trouble;
  }

  /// By name.
  public List<Repository> repositories() {
    return repositories;
  }

  /// In the service's order.
  public List<Model> models() {
    return models;
  }

  /// The repositories that are called so: by their own name, with their owner's, or by an address.
  public List<Repository> called(String name) {
    var found = byName.get(lower(name));
    return found == null
        ? Repository.parse(name).flatMap(this::like).stream().toList()
        : List.copyOf(found);
  }

  /// The known repository at this address, as the service spells it.
  public Optional<Repository> like(Repository written) {
    return byName.getOrDefault(fullName(written), List.of()).stream()
        .filter(known -> fullName(known).equals(fullName(written)))
        .findFirst();
  }

  /// How the service wants a model to be called that somebody calls so.
  Optional<String> model(String written) {
    return models.stream().flatMap(model -> nameOf(model, written).stream()).findFirst();
  }

  private static Optional<String> nameOf(Model model, String written) {
    return Stream.concat(Stream.of(model.id()), model.aliases().stream())
        .filter(written::equalsIgnoreCase)
        .findFirst()
        .or(() -> Optional.of(model.id()).filter(_ -> written.equalsIgnoreCase(model.name())));
  }

  /// The last part of a repository's address, in lower case.
  static String shortName(Repository repository) {
    var full = fullName(repository);
    return full.substring(full.lastIndexOf('/') + 1);
  }

  static String fullName(Repository repository) {
    return lower(repository.display());
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
