package dev.tiller.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.PartSettings;
import dev.tiller.core.store.JdbcStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresLookTest {

  private static EmbeddedPostgres postgres;

  @TempDir Path folder;

  @BeforeAll
  static void open() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void close() throws IOException {
    postgres.close();
  }

  @Test
  void anEmptyDatabaseWillDoAndStaysEmpty() throws Exception {
    sql("create database fresh");

    assertThat(look("fresh", "postgres"))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.status()).isEqualTo(Status.OK);
          assertThat(it.said()).startsWith("PostgreSQL ").contains("schema not made yet");
        });
    assertThat(look("fresh", "postgres").getFirst().said()).contains("schema not made yet");
  }

  @Test
  void theBotsDatabaseMayBeInUse() throws Exception {
    sql("create database used");
    try (var clinic = new Clinic(folder)) {
      var settings = PartSettings.database(clinic.settings(at("used", "postgres")));
      try (var _ = JdbcStore.open(settings, InstantSource.system())) {
        assertThat(look("used", "postgres"))
            .singleElement()
            .satisfies(it -> assertThat(it.said()).contains("schema 14"));
      }
    }
  }

  @Test
  void aUserWithoutRightsCannotWrite() throws Exception {
    sql("create database guarded");
    sql("create user reader");

    assertThat(look("guarded", "reader"))
        .extracting(Finding::symptom)
        .containsExactly(Optional.of(Symptom.DATABASE_READ_ONLY));
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() throws Exception {
    assertThat(look("absent", "postgres"))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.symptom()).contains(Symptom.DATABASE_REFUSED);
          assertThat(it.said()).contains("no such database").endsWith("/absent");
        });
  }

  private static void sql(String statement) throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var created = connection.createStatement()) {
      created.execute(statement);
    }
  }

  private static String[] at(String database, String user) {
    return new String[] {
      "TILLER_DATABASE_URL",
      "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), database),
      "TILLER_DATABASE_USER",
      user
    };
  }

  private List<Finding> look(String database, String user) throws Exception {
    try (var clinic = new Clinic(folder);
        var web = clinic.web()) {
      var settings = clinic.settings(at(database, user));
      var server = new LocalServer(settings.web(), DoctorKeys.open(settings.keys()), web);
      return new DatabaseProbe(settings, server, Clinic.PATIENCE).look();
    }
  }
}
