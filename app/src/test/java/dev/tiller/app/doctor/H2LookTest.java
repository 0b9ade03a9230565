package dev.tiller.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.PartSettings;
import dev.tiller.app.config.Settings;
import dev.tiller.core.store.DatabaseSettings;
import dev.tiller.core.store.JdbcStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Doctor looks at an H2 file and leaves it as it was, for the bot.
class H2LookTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", ";DB_CLOSE_DELAY=-1", ";AUTO_SERVER=FALSE;TRACE_LEVEL_FILE=3"})
  void theFileStaysAsItWasAndIsFreeForTheBot(String options) throws Exception {
    try (var clinic = new Clinic(folder.resolve("x"))) {
      var path = folder.resolve("tiller");
      JdbcStore.open(database(clinic.settings(at(path, ""))), InstantSource.system()).close();
      var before = state();

      var found = look(clinic, clinic.settings(at(path, options)));

      assertThat(found).extracting(Finding::status).containsExactly(Status.OK);
      assertThat(found.getFirst().said()).contains("schema 14");
      assertThat(state()).isEqualTo(before);
      JdbcStore.open(database(clinic.settings(at(path, ""))), InstantSource.system()).close();
    }
  }

  /// As after a power cut: the bot has not closed it.
  @Test
  void aFileThatWasNotClosedIsLookedAtAndStaysAsItWas() throws Exception {
    try (var clinic = new Clinic(folder.resolve("x"))) {
      var bots = clinic.settings(at(folder.resolve("bots/tiller"), ""));
      var copy = clinic.settings(at(folder.resolve("tiller"), ""));
      try (var _ = JdbcStore.open(database(bots), InstantSource.system())) {
        Files.copy(bots.database().h2File().orElseThrow(), copy.database().h2File().orElseThrow());
      }
      var before = state();

      assertThat(look(clinic, copy)).extracting(Finding::status).containsExactly(Status.OK);
      assertThat(state()).isEqualTo(before);
    }
  }

  @Test
  void aFileThatNobodyMayWriteCanStillBeLookedAt() throws Exception {
    try (var clinic = new Clinic(folder.resolve("x"))) {
      var path = folder.resolve("tiller");
      var settings = clinic.settings(at(path, ""));
      JdbcStore.open(database(settings), InstantSource.system()).close();
      Files.setPosixFilePermissions(
          settings.database().h2File().orElseThrow(), PosixFilePermissions.fromString("r--------"));

      try (var connection =
          Jdbc.open(Jdbc.readOnly(database(settings)), Clinic.PATIENCE.connect())) {
        assertThat(connection.isReadOnly()).isTrue();
      }
    }
  }

  private static DatabaseSettings database(Settings settings) {
    return PartSettings.database(settings);
  }

  private static String[] at(Path path, String options) {
    return new String[] {"TILLER_DATABASE_URL", "jdbc:h2:" + path + options};
  }

  private static List<Finding> look(Clinic clinic, Settings settings) throws Exception {
    try (var web = clinic.web()) {
      var server = new LocalServer(settings.web(), DoctorKeys.open(settings.keys()), web);
      return new DatabaseProbe(settings, server, Clinic.PATIENCE).look();
    }
  }

  private Map<String, Instant> state() throws Exception {
    var state = new TreeMap<String, Instant>();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        state.put(file + " " + Files.size(file), Files.getLastModifiedTime(file).toInstant());
      }
    }
    return state;
  }
}
