package dev.tiller.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.Account;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.CloudAgentsException.Reason;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.catalogue.Catalogue;
import dev.tiller.core.catalogue.Listing;
import dev.tiller.core.conversation.Samples;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two replicas and a restarting third over a day of simulated time.
class CatalogueOverADayTest {

  private static final Duration STEP = Duration.ofSeconds(30);
  private static final Duration DAY = Duration.ofDays(1);

  private Instant now = Samples.NOON;
  private JdbcStore store;

  @BeforeEach
  void open() {
    store = JdbcStore.open(FreshDatabase.settings(), () -> Samples.NOON);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void theServiceIsNeverAskedTooOftenAndTheListStaysFresh() {
    var service = new CountingAccount(_ -> Optional.empty());

    var oldest = pass(DAY, service);

    assertWithinLimits(service.asked);
    assertThat(service.asked).hasSizeBetween(100, 150);
    assertThat(oldest).isLessThan(Catalogue.FRESH.plus(STEP.multipliedBy(2)));
  }

  @Test
  void aServiceThatFailsForHoursIsNotAskedTooOftenEitherAndTheListIsServedStale() {
    var service =
        new CountingAccount(at ->
            inOutage(at)
                ? Optional.of(new NotNow("no_answer", Optional.empty(), null))
                : Optional.empty());

    var oldest = pass(DAY.dividedBy(2), service);

    assertWithinLimits(service.asked);
    assertThat(oldest)
        .isBetween(Duration.ofHours(5).minusMinutes(5), Duration.ofHours(5).plusMinutes(20));
    assertThat(replica(service).repositories()).isPresent();
  }

  @Test
  void aWaitThatTheServiceNamesBindsAllReplicas() {
    var service =
        new CountingAccount(at ->
            inOutage(at)
                ? Optional.of(new NotNow("slow_down", Optional.of(Duration.ofHours(1)), null))
                : Optional.empty());

    pass(DAY.dividedBy(2), service);

    assertThat(service.asked.stream().filter(CatalogueOverADayTest::inOutage)).hasSizeLessThan(7);
  }

  @Test
  void aRefusalIsNotInsistedOn() {
    var service = new CountingAccount(_ -> Optional.of(new Refused(Reason.KEY, "bad", "")));

    pass(DAY.dividedBy(4), service);

    assertThat(service.asked).hasSizeLessThan(6 * 6 + 2);
    assertThat(replica(service).repositories()).isEmpty();
  }

  private static boolean inOutage(Instant at) {
    var since = Duration.between(Samples.NOON, at);
    return since.compareTo(Duration.ofHours(5)) > 0 && since.compareTo(Duration.ofHours(10)) < 0;
  }

  /// How old the list got.
  private Duration pass(Duration time, CountingAccount service) {
    var first = replica(service);
    var second = replica(service);
    var oldest = Duration.ZERO;
    for (int step = 0; step < time.dividedBy(STEP); step++) {
      first.refresh();
      second.refresh();
      if (step % 100 == 0) {
        replica(service).refresh();
      }
      var age = second.repositories().map(listing -> listing.age(now)).orElse(Duration.ZERO);
      oldest = age.compareTo(oldest) > 0 ? age : oldest;
      now = now.plus(STEP);
    }
    return oldest;
  }

  private Catalogue replica(CountingAccount service) {
    return new Catalogue(store.catalogue(() -> now), service, () -> now);
  }

  private static void assertWithinLimits(List<Instant> asked) {
    for (int i = 0; i < asked.size(); i++) {
      var from = asked.get(i);
      var rest = asked.subList(i, asked.size());
      assertThat(rest.stream().filter(at -> at.isBefore(from.plusSeconds(60)))).hasSize(1);
      assertThat(rest.stream().filter(at -> at.isBefore(from.plusSeconds(3600))))
          .hasSizeLessThanOrEqualTo(30);
    }
  }

  private final class CountingAccount implements Account {

    private final List<Instant> asked = new ArrayList<>();
    private final Function<Instant, Optional<CloudAgentsException>> failing;

    CountingAccount(Function<Instant, Optional<CloudAgentsException>> failing) {
      this.failing = failing;
    }

    @Override
    public KeyOwner me() {
      throw new AssertionError("nobody asks");
    }

    @Override
    public List<Model> models() {
      return List.of();
    }

    @Override
    public List<Repository> repositories() {
      asked.add(now);
      failing
          .apply(now)
          .ifPresent(failure -> {
            throw failure;
          });
      return List.of(new Repository(URI.create("https://github.com/acme/web")));
    }
  }

  @Test
  void whatOneReplicaFetchedTheOtherKnows() {
    var service = new CountingAccount(_ -> Optional.empty());
    replica(service).refresh();

    assertThat(replica(service).repositories().map(Listing::items))
        .contains(List.of(new Repository(URI.create("https://github.com/acme/web"))));
  }
}
