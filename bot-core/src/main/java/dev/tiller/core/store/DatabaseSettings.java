package dev.tiller.core.store;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How to reach the database.
///
/// @param url a JDBC URL of H2 or PostgreSQL
/// @param password never printed
public record DatabaseSettings(String url, String user, String password, int connections) {

  /// The options without which H2 loses acknowledged rows, closes while the process is still
  /// finishing its work, or reads our SQL differently (H2 2.5; the reasons are in
  /// docs/decisions/0003-database.md).
  private static final Map<String, String> H2_OPTIONS =
      new TreeMap<>(
          Map.of(
              "WRITE_DELAY", "0",
              "DB_CLOSE_ON_EXIT", "FALSE",
              "MODE", "PostgreSQL",
              "DATABASE_TO_LOWER", "TRUE",
              "DEFAULT_NULL_ORDERING", "HIGH"));

  private static final int CONNECTIONS = 10;

  /// The database behind a URL. An H2 URL gets the options that Tiller needs, and a file is opened
  /// so that an interrupted thread does not close it for everybody.
  public static DatabaseSettings of(String url, String user, String password) {
    return new DatabaseSettings(
        url.startsWith("jdbc:h2:") ? h2(url) : url, user, password, CONNECTIONS);
  }

  /// An H2 database in the file `path`, without the file's ending.
  public static DatabaseSettings h2File(String path) {
    return of("jdbc:h2:async:" + path, "tiller", "");
  }

  /// An H2 database in memory that lives until the process ends.
  public static DatabaseSettings h2Memory(String name) {
    return of("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "tiller", "");
  }

  private static String h2(String url) {
    var given = url.replaceFirst("^jdbc:h2:(?:file:)?(?=[./~]|[A-Za-z]:[/\\\\])", "jdbc:h2:async:");
    var complete = new StringBuilder(given);
    H2_OPTIONS.forEach((name, value) -> {
      if (!given.toUpperCase(Locale.ROOT).contains(";" + name + "=")) {
        complete.append(';').append(name).append('=').append(value);
      }
    });
    return complete.toString();
  }

  /// Whether only one process at a time can have this database open.
  public boolean singleProcess() {
    return url.startsWith("jdbc:h2:");
  }

  /// Whether this is an H2 database that outlives its process.
  boolean h2File() {
    return singleProcess() && !url.startsWith("jdbc:h2:mem:");
  }

  @Override
  public String toString() {
    return "DatabaseSettings[password hidden]";
  }
}
