package dev.tiller.app.doctor;

import dev.tiller.core.store.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/// Opens one connection.
final class Jdbc {

  private static final String POSTGRESQL = "jdbc:postgresql:";

  private static final String FORBIDDING =
      "ACCESS_MODE_DATA|AUTO_SERVER|DB_CLOSE_DELAY|IFEXISTS|TRACE_LEVEL_FILE";
  private static final String READ_ONLY = ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;TRACE_LEVEL_FILE=0";

  private Jdbc() {}

  /// The same database, opened for reading only, and closed as soon as nobody reads. For H2, where
  /// opening a file takes hold of it, and would write to it or make it.
  static DatabaseSettings readOnly(DatabaseSettings h2) {
    var url = h2.url().replaceAll("(?i);(?:" + FORBIDDING + ")=[^;]*", "") + READ_ONLY;
    return new DatabaseSettings(url, h2.user(), h2.password(), h2.connections());
  }

  /// @param patience how long PostgreSQL may take to connect, and each answer
  static Connection open(DatabaseSettings settings, Duration patience) throws SQLException {
    var login = new Properties();
    login.setProperty("user", settings.user());
    login.setProperty("password", settings.password());
    if (postgresql(settings)) {
      var seconds = String.valueOf(Math.max(1, patience.toSeconds()));
      login.setProperty("loginTimeout", seconds);
      login.setProperty("connectTimeout", seconds);
      login.setProperty("socketTimeout", seconds);
      login.setProperty("ApplicationName", "tiller doctor");
      return DriverManager.getConnection(settings.url(), login);
    }
    return DriverManager.getConnection(settings.url(), login);
  }

  static boolean postgresql(DatabaseSettings settings) {
    return settings.url().startsWith(POSTGRESQL);
  }
}
