package dev.tiller.core.store;

import dev.tiller.core.catalogue.CatalogueStoreContract;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.StoreContract;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class H2MemoryStoreTest implements StoreContract, CatalogueStoreContract {

  private static JdbcStore store;

  @BeforeAll
  static void open() {
    store =
        JdbcStore.open(DatabaseSettings.h2Memory(UUID.randomUUID().toString()), () -> Samples.NOON);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Override
  public Store store() {
    return store;
  }
}
