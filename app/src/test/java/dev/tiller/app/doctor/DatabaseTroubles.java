package dev.tiller.app.doctor;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.tiller.app.BotServer;
import dev.tiller.app.Deployment;
import dev.tiller.app.PartSettings;
import dev.tiller.app.Readiness;
import dev.tiller.app.config.Settings;
import dev.tiller.core.store.JdbcStore;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What can be wrong with a database.
final class DatabaseTroubles {

  private DatabaseTroubles() {}

  static final Map<Symptom, Troubles> ALL =
      Map.ofEntries(
          Map.entry(
              Symptom.DATABASE_UNREACHABLE,
              it ->
                  look(
                      it.settings(
                          "TILLER_DATABASE_URL",
                          "jdbc:postgresql://127.0.0.1:" + Clinic.freePort() + "/tiller"))),
          Map.entry(
              Symptom.DATABASE_REFUSED,
              it -> look(made(it), "TILLER_DATABASE_PASSWORD", "another", it)),
          Map.entry(Symptom.DATABASE_IN_USE, it -> whileOpen(it.settings(at(made(it))))),
          Map.entry(Symptom.DATABASE_WITH_BOT, DatabaseTroubles::besideBot),
          Map.entry(
              Symptom.DATABASE_READ_ONLY,
              it ->
                  look(
                      it.settings(
                          "TILLER_DATABASE_URL", "jdbc:h2:" + made(it) + ";ACCESS_MODE_DATA=r"))),
          Map.entry(
              Symptom.DATABASE_NEWER,
              it ->
                  after(
                      it,
                      "update \"flyway_schema_history\" set \"version\" = '999' where"
                          + " \"version\" = '14'")),
          Map.entry(
              Symptom.DATABASE_ALTERED,
              it ->
                  after(
                      it,
                      "update \"flyway_schema_history\" set \"checksum\" = 1 where"
                          + " \"version\" = '3'")),
          Map.entry(
              Symptom.DATABASE_BEHIND,
              it ->
                  after(
                      it,
                      "delete from \"flyway_schema_history\" where \"installed_rank\" ="
                          + " (select max(\"installed_rank\") from \"flyway_schema_history\")")),
          Map.entry(
              Symptom.DATABASE_ODD,
              _ -> List.of(DatabaseProbe.failure(new SQLException("", "XX000"), "the database"))),
          Map.entry(
              Symptom.DATABASE_FLEETING,
              it -> look(it.settings("TILLER_DATABASE_URL", "jdbc:h2:mem:" + UUID.randomUUID()))),
          Map.entry(
              Symptom.DATABASE_OTHER_OWNER,
              _ -> FileOwner.judge("tiller", "root").stream().toList()),
          Map.entry(Symptom.POSTGRESQL_OLD, _ -> DatabaseLook.version(15)),
          Map.entry(Symptom.DISK_LOW, _ -> DiskSpace.judge(500L << 20).stream().toList()),
          Map.entry(Symptom.DISK_FULL, _ -> DiskSpace.judge(50L << 20).stream().toList()));

  /// A database that a bot has used.
  private static Path made(Clinic clinic) throws Exception {
    var path = clinic.folder().resolve(UUID.randomUUID().toString());
    var settings = PartSettings.database(clinic.settings(at(path)));
    JdbcStore.open(settings, InstantSource.system()).close();
    return path;
  }

  private static String[] at(Path path) {
    return new String[] {"TILLER_DATABASE_URL", "jdbc:h2:" + path};
  }

  private static List<Finding> look(Path path, String name, String value, Clinic clinic)
      throws Exception {
    return look(clinic.settings("TILLER_DATABASE_URL", "jdbc:h2:" + path, name, value));
  }

  private static List<Finding> look(Settings settings) throws Exception {
    var web = Web.direct(Clinic.PATIENCE, new Clocks(), InstantSource.system());
    try (web) {
      var keys = DoctorKeys.open(settings.keys());
      var server = new LocalServer(settings.web(), keys, web);
      return new DatabaseProbe(settings, server, Clinic.PATIENCE).look();
    }
  }

  private static List<Finding> whileOpen(Settings settings) throws Exception {
    var file = settings.database().h2File().orElseThrow();
    try (var channel = FileChannel.open(file, READ, WRITE);
        var lock = channel.lock()) {
      return lock.isValid() ? look(settings) : List.of();
    }
  }

  private static List<Finding> besideBot(Clinic clinic) throws Exception {
    var settings = clinic.settings(at(made(clinic)));
    var none = new BotServer.Handlers(Optional.empty(), Optional.empty(), Optional.empty());
    try (var server =
        new BotServer(
            new Readiness(Map.of("database", () -> true)),
            new Deployment(settings.keys().open()))) {
      server.listen("127.0.0.1", settings.web().port(), none);
      return whileOpen(settings);
    }
  }

  private static List<Finding> after(Clinic clinic, String sql) throws Exception {
    var settings = clinic.settings(at(made(clinic)));
    var database = PartSettings.database(settings);
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
    return look(settings);
  }
}
