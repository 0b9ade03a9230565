package dev.tiller.core.command;

import dev.tiller.core.agents.LaunchOptions.Kind;
import dev.tiller.core.agents.PullRequest;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Options that are fine by themselves and do not go together.
final class Contradictions {

  /// Cursor API v1, Oct 2026.
  private static final int MOST_REPOSITORIES = 20;

  private Contradictions() {}

  /// A sentence for each, for the person who wrote them.
  static List<String> in(Options options) {
    return Stream.of(
            otherRepository(options),
            otherBranch(options),
            twoPlaces(options),
            placeOrNot(options),
            tooManyRepositories(options),
            severalInOnePlace(options))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> otherRepository(Options options) {
    var its = options.pullRequest().map(PullRequest::repository);
    return options
        .repository()
        .filter(written -> its.isPresent() && !same(its.get(), written))
        .map(written ->
            Texts.get("problem.other-repository", shown(its.orElseThrow()), shown(written)));
  }

  private static String shown(Repository repository) {
    return Quoting.shortened(repository.display());
  }

  /// Hosts do not tell upper from lower case.
  private static boolean same(Repository one, Repository other) {
    return one.url()
        .toString()
        .toLowerCase(Locale.ROOT)
        .equals(other.url().toString().toLowerCase(Locale.ROOT));
  }

  private static Optional<String> otherBranch(Options options) {
    return options
        .branch()
        .flatMap(Pick::name)
        .filter(_ -> options.pullRequest().isPresent())
        .map(_ -> Texts.get("problem.pr-and-branch"));
  }

  private static Optional<String> twoPlaces(Options options) {
    return options
        .machine()
        .filter(_ -> options.pool().isPresent())
        .map(_ -> Texts.get("problem.two-places"));
  }

  private static Optional<String> placeOrNot(Options options) {
    return options
        .machine()
        .map(name -> "machine=" + Quoting.shortened(name))
        .or(() -> options.pool().map(name -> "pool=" + Quoting.shortened(name)))
        .filter(_ -> options.selfHosted().equals(Optional.of(false)))
        .map(place -> Texts.get("problem.place-or-not", place));
  }

  private static Optional<String> tooManyRepositories(Options options) {
    var count = options.repositories().size();
    return count <= MOST_REPOSITORIES
        ? Optional.empty()
        : Optional.of(Texts.get("problem.too-many-repositories", count, MOST_REPOSITORIES));
  }

  /// Whether a pool with a name is backed by one repository, only the service knows.
  private static Optional<String> severalInOnePlace(Options options) {
    return options
        .place()
        .filter(_ -> options.repositories().size() > 1)
        .filter(place -> place.kind() == Kind.MACHINE || place.name().isEmpty())
        .map(_ -> Texts.get("problem.one-repository"));
  }
}
