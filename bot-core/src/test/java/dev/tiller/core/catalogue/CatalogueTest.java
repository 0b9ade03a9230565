package dev.tiller.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.core.agents.Account;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.CloudAgentsException.Reason;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.agents.Repository;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  private static final Repository WEB = new Repository(URI.create("https://github.com/acme/web"));

  private Instant now = Instant.parse("2026-11-20T12:00:00Z");
  private boolean down;
  private int asked;
  private final Queue<Runnable> later = new ArrayDeque<>();
  private final MemoryStore store = new MemoryStore();
  private final Catalogue catalogue = new Catalogue(store, new Service(), () -> now, later::add);

  @Test
  void askingForModelsWaitsForNothing() {
    assertThat(catalogue.models()).isEmpty();
    assertThat(asked).isZero();

    catchUp();

    assertThat(catalogue.models().orElseThrow().items())
        .extracting(Account.Model::id)
        .containsExactly("model-1");
  }

  @Test
  void staleModelsAreServedWhileNewOnesAreFetched() {
    known();
    now = now.plus(Catalogue.FRESH).plusSeconds(1);

    var stale = catalogue.models().orElseThrow();

    assertThat(stale.items()).extracting(Account.Model::id).containsExactly("model-1");
    assertThat(stale.age(now)).isGreaterThan(Catalogue.FRESH);

    catchUp();

    assertThat(catalogue.models().orElseThrow().age(now)).isZero();
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void freshModelsAreNotAskedForAgain() {
    known();
    now = now.plus(Catalogue.FRESH).minusSeconds(1);

    catalogue.models();
    catchUp();

    assertThat(asked).isEqualTo(1);
  }

  @Test
  void modelsStayKnownWhenTheServiceFails() {
    known();
    down = true;
    now = now.plus(Catalogue.FRESH.multipliedBy(3));

    catalogue.models();
    catchUp();

    assertThat(catalogue.models()).isPresent();
  }

  @Test
  void modelsThatCouldNotBeFetchedAreFetchedWhenTheServiceIsBack() {
    down = true;
    catalogue.models();
    catchUp();
    assertThat(catalogue.models()).isEmpty();
    catchUp();
    down = false;

    known();

    assertThat(catalogue.models()).isPresent();
  }

  @Test
  void repositoriesAreReadFromTheStoreAndNeverFromTheService() {
    assertThat(catalogue.repositories()).isEmpty();
    store.keep("repositories", List.of(WEB.url().toString(), "not a repository"));
    now = now.plusSeconds(11);

    assertThat(catalogue.repositories().map(Listing::items)).contains(List.of(WEB));
    assertThat(asked).isZero();
  }

  @Test
  void onceStartedItFetchesByItself() {
    catalogue.start();
    try {
      await().untilAsserted(() -> assertThat(store.read("repositories")).isPresent());
    } finally {
      catalogue.close();
    }
  }

  @Test
  void aListNeverHasANegativeAge() {
    assertThat(new Listing<>(List.of(), now.plusSeconds(5)).age(now)).isZero();
  }

  @Test
  void closingEndsAFetchThatHangs() throws InterruptedException {
    var hanging = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    var slow =
        new Catalogue(
            store,
            new Service() {
              @Override
              public List<Repository> repositories() {
                hanging.countDown();
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                  interrupted.countDown();
                }
                throw new NotNow("interrupted", Optional.empty(), null);
              }
            },
            () -> now,
            later::add);
    slow.start();
    hanging.await();

    slow.close();

    interrupted.await();
    assertThat(interrupted.getCount()).isZero();
  }

  @Test
  void aRefusalThatAPersonCanMendIsKeptUntilTheServiceAnswers() {
    var refused = new AtomicBoolean(true);
    var picky =
        new Catalogue(
            store,
            new Service() {
              @Override
              public List<Model> models() {
                if (refused.get()) {
                  throw new Refused(Reason.KEY, "unauthorized", "");
                }
                return super.models();
              }
            },
            () -> now,
            later::add);
    assertThat(picky.refusal()).isEmpty();
    picky.models();
    catchUp();
    assertThat(picky.refusal()).contains(Reason.KEY);

    refused.set(false);
    picky.models();
    catchUp();

    assertThat(picky.refusal()).isEmpty();
  }

  @Test
  void eachListIsRefusedByItself() {
    var picky =
        new Catalogue(
            store,
            new Service() {
              @Override
              public List<Repository> repositories() {
                throw new Refused(Reason.PLAN, "forbidden", "");
              }
            },
            () -> now,
            later::add);
    picky.refresh();
    catchUp();

    assertThat(picky.models()).isPresent();
    assertThat(picky.refusal()).contains(Reason.PLAN);
  }

  @Test
  void aNewerListOfAnotherProcessShowsThatARefusalWasMended() {
    var picky =
        new Catalogue(
            store,
            new Service() {
              @Override
              public List<Repository> repositories() {
                throw new Refused(Reason.PLAN, "forbidden", "");
              }
            },
            () -> now,
            later::add);
    picky.refresh();
    assertThat(picky.refusal()).contains(Reason.PLAN);

    now = now.plusSeconds(11);
    store.keep("repositories", List.of(WEB.url().toString()));

    assertThat(picky.refusal()).isEmpty();
  }

  private void known() {
    catalogue.models();
    catchUp();
  }

  private void catchUp() {
    for (var task = later.poll(); task != null; task = later.poll()) {
      task.run();
    }
  }

  private class Service implements Account {
    @Override
    public KeyOwner me() {
      throw new AssertionError("nobody asks");
    }

    @Override
    public List<Model> models() {
      asked++;
      if (down) {
        throw new NotNow("no_answer", Optional.empty(), null);
      }
      return List.of(new Model("model-" + asked, "Model", Optional.empty(), List.of()));
    }

    @Override
    public List<Repository> repositories() {
      return List.of(WEB);
    }
  }

  private final class MemoryStore implements CatalogueStore {
    private volatile Optional<Kept> kept = Optional.empty();

    @Override
    public Optional<Kept> read(String list) {
      return kept;
    }

    @Override
    public boolean claim(String list, Limits limits) {
      return true;
    }

    @Override
    public void keep(String list, List<String> entries) {
      kept = Optional.of(new Kept(entries, now));
    }

    @Override
    public void postpone(String list, Duration wait) {
      // Nobody else asks in these tests.
    }
  }
}
