package dev.tiller.core.conversation;

import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.newThread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.core.chat.Address;
import java.lang.Thread.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How transactions wait for each other: at rest. A virtual thread that tried again and again would
/// keep a processor from all others, and from the very one that it waits for.
public interface WaitingStoreContract {

  /// A store that other tests may use at the same time.
  Store store();

  int OTHERS = 4;

  /// Less than what a database waits for a lock.
  Duration SOON = Duration.ofMillis(1_800);

  /// Longer than the steps before the waiting take.
  Duration A_WHILE = Duration.ofMillis(150);

  Set<State> AT_REST = EnumSet.of(State.BLOCKED, State.WAITING, State.TIMED_WAITING);

  @Test
  default void whoWaitsForAClaimRests() throws Exception {
    var key = UUID.randomUUID().toString();

    assertThat(atOnce(tx -> tx.claims().take(key))).containsOnlyOnce(true);
  }

  @Test
  default void whoWaitsForAThreadThatIsBegunRests() throws Exception {
    Address thread = newThread();

    assertThat(atOnce(tx -> tx.lock(thread).id()).stream().distinct()).hasSize(1);
  }

  @Test
  default void whoWaitsForANameThatIsWrittenRests() throws Exception {
    var thread = newThread().thread();
    var person = UUID.randomUUID().toString();

    var names =
        atOnce(tx -> {
          tx.named(thread, person, "Eve");
          return tx.nameOf(thread, person).orElseThrow();
        });

    assertThat(names).containsOnly("Eve");
  }

  @Test
  default void whoWaitsForAChannelWithOutsidersRests() throws Exception {
    var thread = newThread().thread();

    var read =
        atOnce(tx -> {
          tx.settings().seenOutsider(thread);
          return tx.settings().outsidersRead(thread);
        });

    assertThat(read).containsOnly(true);
  }

  @Test
  default void aNameThatIsKnownIsNotWaitedFor() throws Exception {
    var thread = newThread().thread();
    var person = UUID.randomUUID().toString();
    Function<Transaction, String> naming =
        tx -> {
          tx.named(thread, person, "Eve");
          return person;
        };
    store().transact(naming);

    var others =
        store()
            .transact(tx -> {
              tx.named(thread, person, "Eve");
              var other = new FutureTask<>(() -> store().transact(naming));
              Thread.startVirtualThread(other);
              await().atMost(SOON).until(other::isDone);
              return other;
            });

    assertThat(others.get()).isEqualTo(person);
  }

  @Test
  default void whoWaitsForAThreadThatIsKnownRests() throws Exception {
    var id = store().transact(tx -> tx.lock(newThread()).id());

    assertThat(atOnce(tx -> tx.lock(id).orElseThrow().id())).containsOnly(id);
  }

  @Test
  default void whoWaitsForAClaimThatIsTakenLaterRests() throws Exception {
    var key = UUID.randomUUID().toString();
    assertThat(store().<Boolean>transact(tx -> tx.claims().take(key, NOON))).isTrue();

    var later = atOnce(tx -> tx.claims().take(key, NOON.plusSeconds(1)));

    assertThat(later).containsOnly(false);
  }

  /// Does the same in several transactions, the first of which ends when all others rest.
  private <T> List<T> atOnce(Function<Transaction, T> body) throws Exception {
    var done = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var first =
        new FutureTask<>(() ->
            store()
                .transact(tx -> {
                  var result = body.apply(tx);
                  done.countDown();
                  await().until(() -> mayEnd.getCount() == 0);
                  return result;
                }));
    Thread.ofPlatform().start(first);
    if (!done.await(10, TimeUnit.SECONDS)) {
      first.get(1, TimeUnit.SECONDS);
    }
    var begun = new CountDownLatch(OTHERS);
    Function<Transaction, T> noted =
        tx -> {
          begun.countDown();
          return body.apply(tx);
        };
    var others =
        IntStream.range(0, OTHERS)
            .mapToObj(_ -> new FutureTask<>(() -> store().transact(noted)))
            .toList();
    var threads = others.stream().map(Thread::startVirtualThread).toList();
    try {
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      await()
          .during(A_WHILE)
          .atMost(SOON)
          .until(() -> threads.stream().map(Thread::getState).allMatch(AT_REST::contains));
    } finally {
      mayEnd.countDown();
    }
    var results = new ArrayList<T>(List.of(first.get()));
    for (var other : others) {
      results.add(other.get());
    }
    return results;
  }
}
