package dev.tiller.core.store;

import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Questions as rows.
final class QuestionTable {

  private static final String INSERT =
      """
      insert into question (id, conversation, topic, asker_id, asker_handle, asker_name, direct,
        agent, filter, page, stage, asked_at)
      values (:id, :conversation, :topic, :asker_id, :asker_handle, :asker_name, :direct,
        :agent, :filter, :page, :stage, :asked_at)
      """;

  private static final String UPDATE =
      "update question set asker_name = :asker_name, page = :page, stage = :stage,"
          + " asked_at = :asked_at where id = :id";

  private final Handle handle;

  QuestionTable(Handle handle) {
    this.handle = handle;
  }

  void keep(UUID conversation, Question question) {
    try (var update = handle.createUpdate(UPDATE)) {
      bindChanging(update, question);
      if (update.execute() == 0) {
        insert(conversation, question);
      }
    }
  }

  private void insert(UUID conversation, Question question) {
    try (var insert = handle.createUpdate(INSERT)) {
      bindChanging(insert, question);
      insert
          .bind("conversation", conversation)
          .bind("topic", question.topic().name())
          .bind("asker_id", question.asker().id())
          .bind("asker_handle", question.asker().handle())
          .bind("direct", question.direct())
          .bind("agent", question.agent().orElse(null))
          .bind("filter", question.filter())
          .execute();
    }
  }

  private static void bindChanging(SqlStatement<?> statement, Question question) {
    statement
        .bind("id", question.id())
        .bind("asker_name", question.asker().name())
        .bind("page", question.page())
        .bind("stage", question.stage().name())
        .bind("asked_at", question.askedAt());
  }

  Optional<Question> find(UUID id) {
    return handle
        .createQuery("select * from question where id = :id")
        .bind("id", id)
        .map((row, context) -> read(row))
        .findOne();
  }

  Optional<UUID> conversationOf(UUID id) {
    return handle
        .createQuery("select conversation from question where id = :id")
        .bind("id", id)
        .mapTo(UUID.class)
        .findOne();
  }

  boolean pending(UUID agent, Topic topic) {
    return handle
            .createQuery(
                "select count(*) from question"
                    + " where agent = :agent and topic = :topic and stage <> :closed")
            .bind("agent", agent)
            .bind("topic", topic.name())
            .bind("closed", Question.Stage.CLOSED.name())
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  private static Question read(ResultSet row) throws SQLException {
    return new Question(
        Columns.id(row, "id"),
        Topic.valueOf(row.getString("topic")),
        People.read(row, "asker"),
        row.getBoolean("direct"),
        Optional.ofNullable(row.getObject("agent", UUID.class)),
        row.getString("filter"),
        row.getInt("page"),
        Question.Stage.valueOf(row.getString("stage")),
        Columns.time(row, "asked_at").orElseThrow());
  }
}
