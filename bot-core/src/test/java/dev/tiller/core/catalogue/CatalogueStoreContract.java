package dev.tiller.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.catalogue.CatalogueStore.Kept;
import dev.tiller.core.catalogue.CatalogueStore.Limits;
import dev.tiller.core.conversation.Store;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store of catalogues must do.
public interface CatalogueStoreContract {

  Limits OFTEN = new Limits(Duration.ZERO, 3);
  Limits RARELY = new Limits(Duration.ofMinutes(1), 30);

  /// A store that other tests may use at the same time.
  Store store();

  private CatalogueStore catalogue() {
    return store().catalogue();
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  @Test
  default void aListThatWasNeverFetchedIsAbsent() {
    var list = fresh();

    assertThat(catalogue().read(list)).isEmpty();
    assertThat(catalogue().claim(list, RARELY)).isTrue();
    assertThat(catalogue().read(list)).isEmpty();
  }

  @Test
  default void theLastListThatWasFetchedIsKept() {
    var list = fresh();
    catalogue().keep(list, List.of("one", "t\"wo\n"));
    catalogue().keep(list, List.of("thr→ee", "one"));

    assertThat(catalogue().read(list).map(Kept::entries)).contains(List.of("thr→ee", "one"));
  }

  @Test
  default void anEmptyListIsAListToo() {
    var list = fresh();
    catalogue().keep(list, List.of());

    assertThat(catalogue().read(list).map(Kept::entries)).contains(List.of());
  }

  @Test
  default void nobodyMayAskTwiceWithinAMinute() {
    var list = fresh();

    assertThat(catalogue().claim(list, RARELY)).isTrue();
    assertThat(catalogue().claim(list, RARELY)).isFalse();
    assertThat(catalogue().claim(fresh(), RARELY)).isTrue();
  }

  @Test
  default void nobodyMayAskMoreOftenWithinAnHourThanIsAllowed() {
    var list = fresh();

    var granted = IntStream.range(0, 5).filter(_ -> catalogue().claim(list, OFTEN)).count();

    assertThat(granted).isEqualTo(3);
  }

  @Test
  default void nobodyMayAskBeforeThePostponedTime() {
    var list = fresh();
    catalogue().postpone(list, Duration.ofMinutes(10));

    assertThat(catalogue().claim(list, OFTEN)).isFalse();
  }

  @Test
  default void whatWasFetchedEndsAPostponement() {
    var list = fresh();
    catalogue().postpone(list, Duration.ofMinutes(10));
    catalogue().keep(list, List.of());

    assertThat(catalogue().claim(list, OFTEN)).isTrue();
  }

  @Test
  default void ofManyWhoClaimAtOnceOneMayAsk() throws Exception {
    var list = fresh();
    Callable<Boolean> claim = () -> catalogue().claim(list, RARELY);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> claim).toList());

      int granted = 0;
      for (var result : results) {
        granted += result.get() ? 1 : 0;
      }
      assertThat(granted).isEqualTo(1);
    }
  }
}
