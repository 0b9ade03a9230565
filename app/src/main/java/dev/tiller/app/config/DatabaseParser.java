package dev.tiller.app.config;

import static dev.tiller.app.config.Setting.TILLER_DATABASE_PASSWORD;
import static dev.tiller.app.config.Setting.TILLER_DATABASE_URL;
import static dev.tiller.app.config.Setting.TILLER_DATABASE_USER;
import static dev.tiller.app.config.Setting.TILLER_SECRET_KEY;

import dev.tiller.app.config.Settings.Database;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads where the data is, and the keys, which depend on it.
final class DatabaseParser {

  private static final Pattern H2_MEMORY = Pattern.compile("jdbc:h2:mem:.*");

  /// H2's URL of a file: the kinds of file systems, then a path that is clearly one, then options.
  private static final Pattern H2_FILE =
      Pattern.compile(
          "jdbc:h2:(?:(?:file|async|nio|nioMapped|split|retry):)*((?:\\.{1,2}/|~/|/|[A-Za-z]:)[^;]+)(;.*)?");

  private static final Pattern POSTGRESQL = Pattern.compile("jdbc:postgresql:.+");
  private static final Pattern PASSWORD =
      Pattern.compile("[?&;]password=", Pattern.CASE_INSENSITIVE);

  private final Values values;
  private final String url;

  DatabaseParser(Values values) {
    this.values = values;
    this.url = values.text(TILLER_DATABASE_URL);
  }

  Database database() {
    if (PASSWORD.matcher(url).find()) {
      values.problem(TILLER_DATABASE_URL, "has a password: move it to TILLER_DATABASE_PASSWORD.");
    } else if (!H2_FILE.matcher(url).matches()
        && !H2_MEMORY.matcher(url).matches()
        && !POSTGRESQL.matcher(url).matches()) {
      values.problem(
          TILLER_DATABASE_URL,
          "must begin with jdbc:h2:async:./ (a file) or jdbc:postgresql:// (a server).");
    }
    return new Database(
        url,
        values.optional(TILLER_DATABASE_USER),
        values.optional(TILLER_DATABASE_PASSWORD).map(Secret::new));
  }

  Keys keys() {
    var given = values.list(TILLER_SECRET_KEY);
    if (given.stream().anyMatch(it -> it.length() < Keys.LEAST)) {
      values.problem(
          TILLER_SECRET_KEY,
          "needs at least 32 characters in each key: make one with `openssl rand -base64 32`.");
    }
    if (!given.isEmpty()) {
      return new Keys.Given(given.stream().map(Secret::new).toList());
    }
    var file = h2File(url);
    if (file.isPresent()) {
      return new Keys.Beside(Path.of(file.get() + ".key"));
    }
    if (POSTGRESQL.matcher(url).matches()) {
      values.problem(
          TILLER_SECRET_KEY,
          "is missing, and PostgreSQL needs it: make one with `openssl rand -base64 32`, the same"
              + " for all processes.");
    }
    return new Keys.Fleeting();
  }

  /// Where an H2 URL has its file, without the ending that H2 adds; absent for other databases.
  static Optional<String> h2File(String url) {
    var file = H2_FILE.matcher(url);
    return file.matches() ? Optional.of(home(file.group(1))) : Optional.empty();
  }

  private static String home(String path) {
    return path.startsWith("~/") ? System.getProperty("user.home") + path.substring(1) : path;
  }
}
