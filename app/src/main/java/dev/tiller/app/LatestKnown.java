package dev.tiller.app;

import dev.tiller.core.agents.Account.Model;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.catalogue.Catalogue;
import dev.tiller.core.catalogue.Listing;
import dev.tiller.core.routing.Known;
import dev.tiller.core.routing.Known.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What the catalogue has, ready to be searched; made anew only when a list has changed.
final class LatestKnown implements Supplier<Known> {

  private final Catalogue catalogue;
  private volatile Made made = new Made(Optional.empty(), Optional.empty(), Known.NOTHING);

  LatestKnown(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  private record Made(
      Optional<Listing<Repository>> repositories, Optional<Listing<Model>> models, Known known) {

    /// The lists themselves are compared, not all that is in them.
    boolean isOf(Optional<Listing<Repository>> its, Optional<Listing<Model>> theirs) {
      return when(repositories).equals(when(its)) && when(models).equals(when(theirs));
    }

    private static Optional<?> when(Optional<? extends Listing<?>> listing) {
      return listing.map(Listing::fetchedAt);
    }
  }

  @Override
  public Known get() {
    var repositories = catalogue.repositories();
    var models = catalogue.models();
    var latest = made;
    if (!latest.isOf(repositories, models)) {
      var known = Known.of(items(repositories), items(models));
      latest = new Made(repositories, models, known);
      made = latest;
    }
    var trouble = trouble(repositories);
    if (!trouble.equals(latest.known().trouble())) {
      latest = new Made(repositories, models, latest.known().amiss(trouble));
      made = latest;
    }
    return latest.known();
  }

  /// A key that may start agents but not list anything is no trouble.
  private Optional<Trouble> trouble(Optional<Listing<Repository>> repositories) {
    return catalogue
        .refusal()
        .flatMap(reason ->
            switch (reason) {
              case KEY -> Optional.of(Trouble.KEY);
              case PLAN -> Optional.of(Trouble.PLAN);
              default -> Optional.<Trouble>empty();
            })
        .or(() ->
            repositories.filter(its -> its.items().isEmpty()).map(_ -> Trouble.NO_REPOSITORIES));
  }

  private static <T> List<T> items(Optional<Listing<T>> listing) {
    return listing.map(Listing::items).orElseGet(List::of);
  }
}
