package dev.tiller.core.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A list of the service's as it was at some time.
public record Listing<T>(List<T> items, Instant fetchedAt) {

  public Listing {
    items = List.copyOf(items);
  }

  /// How old it is; never negative.
  public Duration age(Instant now) {
    return now.isBefore(fetchedAt) ? Duration.ZERO : Duration.between(fetchedAt, now);
  }
}
