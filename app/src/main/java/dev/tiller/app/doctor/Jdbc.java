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

  private Jdbc() {}

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
    return DriverManager.getConnection(settings.url() + ";IFEXISTS=TRUE", login);
  }

  static boolean postgresql(DatabaseSettings settings) {
    return settings.url().startsWith(POSTGRESQL);
  }
}
