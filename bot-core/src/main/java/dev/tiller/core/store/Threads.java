package dev.tiller.core.store;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Platform;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.SqlStatement;

/// A thread in the columns of `conversation`.
final class Threads {

  private Threads() {}

  static void bind(SqlStatement<?> statement, ChatThread thread) {
    statement
        .bind("platform", thread.platform().name())
        .bind("workspace", thread.workspace())
        .bind("channel", thread.channel())
        .bind("root", thread.root());
  }

  static Address read(ResultSet row) throws SQLException {
    var thread =
        new ChatThread(
            Platform.valueOf(row.getString("platform")),
            row.getString("workspace"),
            row.getString("channel"),
            row.getString("root"));
    return new Address(thread, row.getString("route"));
  }
}
