package dev.tiller.core.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.UUID;

/// Databases in memory that have the schema from the start. Making it step by step, as a bot does
/// with an empty one, takes longer than most tests; the steps are gone through once in a process.
public final class FreshDatabase {

  private static final String SCRIPT = "memFS:tiller-schema.sql";

  private FreshDatabase() {}

  private static final class Once {
    static final String SCRIPT = script();
  }

  /// A new one. It goes by itself soon after its last connection was closed.
  public static String url() {
    var url = named("fresh-" + UUID.randomUUID());
    try (var connection = connect(url);
        var statement = connection.createStatement()) {
      statement.execute("runscript from '" + Once.SCRIPT + "'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return url;
  }

  /// As [#url()].
  public static DatabaseSettings settings() {
    return settings(url());
  }

  private static String script() {
    var url = named("model-" + UUID.randomUUID());
    JdbcStore.open(settings(url), InstantSource.system()).close();
    try (var connection = connect(url);
        var statement = connection.createStatement()) {
      statement.execute("script to '" + SCRIPT + "'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return SCRIPT;
  }

  private static String named(String name) {
    return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=10";
  }

  private static DatabaseSettings settings(String url) {
    return DatabaseSettings.of(url, "tiller", "");
  }

  private static Connection connect(String url) throws SQLException {
    var settings = settings(url);
    return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
  }
}
