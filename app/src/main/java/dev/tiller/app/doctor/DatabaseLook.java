package dev.tiller.app.doctor;

import dev.tiller.core.store.DatabaseSettings;
import dev.tiller.core.store.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Looks at an open database. PostgreSQL is tried to be written, and takes it back.
final class DatabaseLook {

  /// The oldest that Tiller's own tests run on.
  private static final int POSTGRESQL_TESTED = 16;

  private DatabaseLook() {}

  static List<Finding> at(Connection connection, DatabaseSettings settings, String shown)
      throws SQLException {
    var findings = new ArrayList<Finding>();
    var product = connection.getMetaData();
    if (Jdbc.postgresql(settings)) {
      findings.addAll(version(product.getDatabaseMajorVersion()));
    }
    var schema = Schema.of(settings);
    findings.addAll(schema(schema));
    if (Jdbc.postgresql(settings)) {
      tryToWrite(connection, schema);
    }
    if (findings.isEmpty()) {
      findings.add(
          Finding.ok(
              Check.DATABASE,
              "%s %s, schema %s, at %s"
                  .formatted(
                      product.getDatabaseProductName(),
                      product.getDatabaseProductVersion().replaceFirst(" .*", ""),
                      schema.version().orElse("not made yet"),
                      shown)));
    }
    return findings;
  }

  static List<Finding> version(int major) {
    return major >= POSTGRESQL_TESTED
        ? List.of()
        : List.of(
            Finding.of(Check.DATABASE, Symptom.POSTGRESQL_OLD, "this is PostgreSQL " + major));
  }

  private static List<Finding> schema(Schema schema) {
    return switch (schema.state()) {
      case UP_TO_DATE, EMPTY -> List.of();
      case BEHIND ->
          List.of(
              Finding.of(
                  Check.DATABASE,
                  Symptom.DATABASE_BEHIND,
                  "the schema is of step " + schema.version().orElse("0")));
      case NEWER ->
          List.of(
              Finding.of(
                  Check.DATABASE,
                  Symptom.DATABASE_NEWER,
                  "the schema is of step " + schema.version().orElse("?")));
      case ALTERED ->
          List.of(
              Finding.of(
                  Check.DATABASE,
                  Symptom.DATABASE_ALTERED,
                  "the schema is not what its steps made"));
    };
  }

  private static void tryToWrite(Connection connection, Schema schema) throws SQLException {
    var empty = schema.state() == Schema.State.EMPTY;
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(
          empty
              ? "create table tiller_doctor (id int)"
              : "insert into catalogue (name) values ('tiller doctor')");
    } finally {
      connection.rollback();
    }
  }
}
