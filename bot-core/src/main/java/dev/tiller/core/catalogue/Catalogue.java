package dev.tiller.core.catalogue;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.tiller.core.agents.Account;
import dev.tiller.core.agents.Account.Model;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.CloudAgentsException.Reason;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.catalogue.CatalogueStore.Limits;
import dev.tiller.core.logs.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The models and repositories that agents can use. Asking it never calls the service: it answers
/// from what was fetched in the background, which may be stale, or absent at first or when the
/// service does not tell.
public final class Catalogue implements AutoCloseable {

  /// How old a list gets before it is fetched anew.
  public static final Duration FRESH = Duration.ofMinutes(10);

  /// Well within what Cursor allows, once a minute and 30 times an hour for each user, since the
  /// owner of the key may ask, too, and a request may be on its way for a while.
  static final Limits LIMITS = new Limits(Duration.ofMinutes(2), 20);

  private static final Logger log = LoggerFactory.getLogger(Catalogue.class);
  private static final String REPOSITORIES = "repositories";
  private static final String MODELS = "models";
  private static final Duration IN_MEMORY = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(15);

  private final CatalogueStore store;
  private final Account account;
  private final InstantSource time;
  private final LoadingCache<String, Optional<Listing<Repository>>> repositories;
  private final AsyncLoadingCache<String, @Nullable Listing<Model>> models;
  private volatile Optional<Refusal> ofRepositories = Optional.empty();
  private volatile Optional<Reason> ofModels = Optional.empty();
  private final ScheduledExecutorService background =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("catalogue").factory());

  /// Nothing is fetched before [#start].
  public Catalogue(CatalogueStore store, Account account, InstantSource time) {
    this(store, account, time, task -> Thread.ofVirtual().name("models").start(task));
  }

  Catalogue(CatalogueStore store, Account account, InstantSource time, Executor executor) {
    this.store = store;
    this.account = account;
    this.time = time;
    Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(time.millis());
    this.repositories =
        Caffeine.newBuilder()
            .ticker(ticker)
            .expireAfterWrite(IN_MEMORY)
            .build(list -> store.read(list).map(Catalogue::repositories));
    this.models =
        Caffeine.newBuilder()
            .ticker(ticker)
            .refreshAfterWrite(FRESH)
            .executor(executor)
            .buildAsync(new Models());
  }

  /// Begins to fetch in the background.
  public void start() {
    var _ =
        background.scheduleWithFixedDelay(
            this::refresh, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// The repositories, as all processes know them. Reads the database at most.
  public Optional<Listing<Repository>> repositories() {
    return repositories.get(REPOSITORIES);
  }

  /// The models, as this process knows them. The first request has them fetched.
  public Optional<Listing<Model>> models() {
    return Optional.ofNullable(models.get(MODELS).getNow(null));
  }

  /// Why the service last declined to tell this process, for a reason that a person can mend;
  /// usually absent. A newer list from another process shows that it has been mended.
  public Optional<Reason> refusal() {
    var latest = repositories().map(Listing::fetchedAt);
    return ofRepositories
        .filter(its -> its.listed().equals(latest))
        .map(Refusal::reason)
        .or(() -> ofModels);
  }

  /// Why repositories were not told.
  ///
  /// @param listed when the list that was known then was fetched
  private record Refusal(Reason reason, Optional<Instant> listed) {}

  /// Fetches what is stale, if this process may. Done by itself once started.
  public void refresh() {
    try {
      var _ = models();
      if (stale() && store.claim(REPOSITORIES, LIMITS)) {
        fetchRepositories();
      }
    } catch (RuntimeException e) {
      log.atWarn().setCause(Trace.of(e)).log("refreshing the catalogue failed");
    }
  }

  private boolean stale() {
    return repositories()
        .filter(listing -> listing.age(time.instant()).compareTo(FRESH) < 0)
        .isEmpty();
  }

  private void fetchRepositories() {
    try {
      var found = account.repositories();
      ofRepositories = Optional.empty();
      store.keep(REPOSITORIES, found.stream().map(its -> its.url().toString()).toList());
      repositories.invalidate(REPOSITORIES);
      log.atInfo().addKeyValue("count", found.size()).log("repositories fetched");
    } catch (NotNow e) {
      log.atInfo().addKeyValue("code", e.getMessage()).log("repositories not fetched");
      e.delay().ifPresent(wait -> store.postpone(REPOSITORIES, wait));
    } catch (CloudAgentsException e) {
      if (e instanceof Refused refused) {
        var listed = store.read(REPOSITORIES).map(CatalogueStore.Kept::fetchedAt);
        ofRepositories = Optional.of(new Refusal(refused.reason(), listed));
        repositories.invalidate(REPOSITORIES);
      }
      log.atInfo().addKeyValue("code", e.getMessage()).log("repositories not fetched");
      store.postpone(REPOSITORIES, FRESH);
    }
  }

  private static Listing<Repository> repositories(CatalogueStore.Kept kept) {
    return new Listing<>(
        kept.entries().stream().flatMap(url -> Repository.parse(url).stream()).toList(),
        kept.fetchedAt());
  }

  /// Fetches models; what fails leaves things as they were.
  private final class Models implements CacheLoader<String, @Nullable Listing<Model>> {

    @Override
    public @Nullable Listing<Model> load(String list) {
      return fetched().orElse(null);
    }

    @Override
    public Listing<Model> reload(String list, Listing<Model> old) {
      return fetched().orElse(old);
    }

    private Optional<Listing<Model>> fetched() {
      try {
        List<Model> found = account.models();
        ofModels = Optional.empty();
        return Optional.of(new Listing<>(found, time.instant()));
      } catch (CloudAgentsException e) {
        if (e instanceof Refused refused) {
          ofModels = Optional.of(refused.reason());
        }
        log.atInfo().addKeyValue("code", e.getMessage()).log("models not fetched");
        return Optional.empty();
      }
    }
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
