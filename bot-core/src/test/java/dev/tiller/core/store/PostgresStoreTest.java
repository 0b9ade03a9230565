package dev.tiller.core.store;

import dev.tiller.core.catalogue.CatalogueStoreContract;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.StoreContract;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresStoreTest implements StoreContract, CatalogueStoreContract {

  private static EmbeddedPostgres postgres;
  private static JdbcStore store;

  @BeforeAll
  static void open() throws IOException {
    postgres = EmbeddedPostgres.start();
    store =
        JdbcStore.open(
            new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "", 10),
            () -> Samples.NOON);
  }

  @AfterAll
  static void close() throws IOException {
    store.close();
    postgres.close();
  }

  @Override
  public Store store() {
    return store;
  }
}
