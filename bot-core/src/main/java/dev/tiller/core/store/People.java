package dev.tiller.core.store;

import dev.tiller.core.chat.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// A person in three columns: `<prefix>_id`, `<prefix>_handle`, `<prefix>_name`.
final class People {

  private People() {}

  static void bind(SqlStatement<?> statement, String prefix, @Nullable Person person) {
    statement
        .bind(prefix + "_id", person == null ? null : person.id())
        .bind(prefix + "_handle", person == null ? null : person.handle())
        .bind(prefix + "_name", person == null ? null : person.name());
  }

  static Optional<Person> optional(ResultSet row, String prefix) throws SQLException {
    var id = row.getString(prefix + "_id");
    return id == null
        ? Optional.empty()
        : Optional.of(
            new Person(id, row.getString(prefix + "_handle"), row.getString(prefix + "_name")));
  }

  static Person read(ResultSet row, String prefix) throws SQLException {
    return optional(row, prefix).orElseThrow();
  }
}
