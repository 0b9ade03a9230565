package dev.tiller.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.catalogue.CatalogueStoreContract;
import dev.tiller.core.conversation.RunOptions;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.StoreContract;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
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

  @Test
  void theRowsOfProcessesThatAreLongGoneAreRemoved() throws SQLException {
    var settings = DatabaseSettings.h2File(folder.resolve("gone").toString());
    try (var gone = open("gone");
        var connection =
            DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        var statement = connection.createStatement()) {
      gone.replicas().renew("long gone", Duration.ofDays(-2));
      gone.replicas().renew("killed lately", Duration.ofMinutes(-5));

      gone.replicas().renew("next", Duration.ofMinutes(5));

      try (var rows = statement.executeQuery("select listagg(id, ',') from replica")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1).split(",", -1))
            .containsExactlyInAnyOrder("killed lately", "next");
      }
    }
  }

  @Test
  void agentsFromBeforeThereWereOptionsHaveNone() throws SQLException {
    var settings = DatabaseSettings.h2File(folder.resolve("older").toString());
    var flyway =
        Flyway.configure().dataSource(settings.url(), settings.user(), settings.password());
    flyway.locations("classpath:db/tiller").target("1").load().migrate();
    var conversation = UUID.randomUUID();
    var agent = UUID.randomUUID();
    try (var connection =
            DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        var statement = connection.createStatement()) {
      statement.execute(
          """
          insert into conversation values ('%1$s', 'SLACK', 'T1', 'C1', '1', '', '2026-11-20 12:00:00Z');
          insert into agent (id, conversation, ordinal, owner_id, owner_handle, owner_name, repository,
            repository_source, create_pull_request, state, asked_at)
          values ('%2$s', '%1$s', 1, 'U1', 'U1', 'Ann', 'https://github.com/acme/web', 'MESSAGE', true,
            'REQUESTED', '2026-11-20 12:00:00Z');
          insert into run (id, agent, ordinal, requester_id, requester_handle, requester_name, prompt,
            phase, asked_at, seen_running, retried)
          values ('%3$s', '%2$s', 1, 'U1', 'U1', 'Ann', 'fix it', 'STARTING', '2026-11-20 12:00:00Z',
            false, false);
          """
              .formatted(conversation, agent, UUID.randomUUID()));
    }

    try (var store = open("older")) {
      var read = store.transact(tx -> tx.lock(conversation)).orElseThrow().agents().getFirst();
      assertThat(read.request().options()).isEqualTo(LaunchOptions.NONE);
      assertThat(read.firstRun().options()).isEqualTo(RunOptions.NONE);
    }
  }
}
