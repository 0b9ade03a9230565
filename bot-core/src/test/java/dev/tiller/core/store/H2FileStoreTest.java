package dev.tiller.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.catalogue.CatalogueStoreContract;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.StoreContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2FileStoreTest implements StoreContract, CatalogueStoreContract {

  @TempDir static Path folder;

  private static JdbcStore store;

  @BeforeAll
  static void open() {
    store = open("contract");
  }

  private static JdbcStore open(String name) {
    return JdbcStore.open(
        DatabaseSettings.h2File(folder.resolve(name).toString()), () -> Samples.NOON);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Override
  public Store store() {
    return store;
  }

  @Test
  void whatADeadProcessHeldIsFreeWhenTheFileIsOpenedAgain() {
    var agent = Samples.running();
    try (var first = open("reopened")) {
      first.replicas().renew("first", Duration.ofHours(1));
      first.transact(tx -> {
        var before = tx.lock(Samples.newThread());
        tx.save(before, before.with(agent));
        return before;
      });
      assertThat(first.replicas().adopt("first", Set.of(), 10)).hasSize(1);
    }

    try (var second = open("reopened")) {
      assertThat(second.replicas().adopt("second", Set.of(), 10)).hasSize(1);
    }
  }
}
