package dev.tiller.core.store;

/// How to reach the database.
///
/// @param url a JDBC URL of H2 or PostgreSQL
/// @param password never printed
public record DatabaseSettings(String url, String user, String password, int connections) {

  /// The options without which H2 loses acknowledged rows or closes itself under an interrupted
  /// thread (H2 2.5; measured in docs/decisions/0003-database.md).
  private static final String H2_OPTIONS =
      ";WRITE_DELAY=0;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

  /// An H2 database in the file `path`, without the file's ending.
  public static DatabaseSettings h2File(String path) {
    return new DatabaseSettings("jdbc:h2:async:" + path + H2_OPTIONS, "tiller", "", 10);
  }

  /// An H2 database in memory that lives until the process ends.
  public static DatabaseSettings h2Memory(String name) {
    return new DatabaseSettings(
        "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1" + H2_OPTIONS, "tiller", "", 10);
  }

  /// Whether only one process at a time can have this database open.
  public boolean singleProcess() {
    return url.startsWith("jdbc:h2:");
  }

  @Override
  public String toString() {
    return "DatabaseSettings[password hidden]";
  }
}
