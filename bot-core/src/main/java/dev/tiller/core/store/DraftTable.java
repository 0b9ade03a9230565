package dev.tiller.core.store;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.command.Pick;
import dev.tiller.core.conversation.Draft;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Waiting requests as rows.
final class DraftTable {

  private static final String INSERT =
      """
      insert into draft (id, conversation, message, want, repository, model, stage, asked_at)
      values (:id, :conversation, :message, :want, :repository, :model, :stage, :asked_at)
      """;

  private static final String UPDATE =
      "update draft set repository = :repository, model = :model, stage = :stage where id = :id";

  private final Handle handle;

  DraftTable(Handle handle) {
    this.handle = handle;
  }

  void keep(UUID conversation, Draft draft) {
    try (var update = handle.createUpdate(UPDATE)) {
      bindChanging(update, draft);
      if (update.execute() == 0) {
        insert(conversation, draft);
      }
    }
  }

  private void insert(UUID conversation, Draft draft) {
    try (var insert = handle.createUpdate(INSERT)) {
      bindChanging(insert, draft);
      insert
          .bind("conversation", conversation)
          .bind("message", InboundMessageJson.write(draft.message()))
          .bind("want", draft.want().name())
          .bind("asked_at", draft.askedAt())
          .execute();
    }
  }

  private static void bindChanging(SqlStatement<?> statement, Draft draft) {
    statement
        .bind("id", draft.id())
        .bind("repository", draft.repository().map(its -> its.url().toString()).orElse(null))
        .bind("model", draft.model().map(Pick::toString).orElse(null))
        .bind("stage", draft.stage().name());
  }

  Optional<Draft> find(UUID id) {
    return handle
        .createQuery("select * from draft where id = :id")
        .bind("id", id)
        .map((row, context) -> read(row))
        .findOne();
  }

  Optional<UUID> conversationOf(UUID id) {
    return handle
        .createQuery("select conversation from draft where id = :id")
        .bind("id", id)
        .mapTo(UUID.class)
        .findOne();
  }

  private static Draft read(ResultSet row) throws SQLException {
    return new Draft(
        Columns.id(row, "id"),
        InboundMessageJson.read(row.getString("message")),
        Draft.Want.valueOf(row.getString("want")),
        Columns.text(row, "repository").map(URI::create).map(Repository::new),
        Columns.text(row, "model").flatMap(Pick::model),
        Draft.Stage.valueOf(row.getString("stage")),
        Columns.time(row, "asked_at").orElseThrow());
  }
}
