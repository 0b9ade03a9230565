package dev.tiller.core.store;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.conversation.Feedback;
import dev.tiller.core.conversation.FeedbackLine;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// What people think of runs, as rows.
final class FeedbackTable {

  private static final String INSERT =
      """
      insert into feedback (conversation, run, person_id, person_handle, person_name, verdict, words, at_time)
      values (:conversation, :run, :person_id, :person_handle, :person_name, :verdict, :words, :at)
      """;

  private static final String UPDATE =
      """
      update feedback set person_handle = :person_handle, person_name = :person_name,
        verdict = :verdict, words = :words, at_time = :at
      where run = :run and person_id = :person_id
      """;

  private static final String LINES =
      """
      select f.*, c.platform, c.workspace, c.channel, c.root, c.route, a.repository, r.prompt
      from feedback f
        join run r on r.id = f.run
        join agent a on a.id = r.agent
        join conversation c on c.id = f.conversation
      """;

  private static final String NEWEST_FIRST =
      """
      order by f.at_time desc, f.run, f.person_id
      limit :most
      """;

  private final Handle handle;

  FeedbackTable(Handle handle) {
    this.handle = handle;
  }

  /// The conversation is locked, so nobody inserts between the two.
  void keep(UUID conversation, Feedback feedback) {
    try (var update = handle.createUpdate(UPDATE)) {
      bind(update, feedback);
      if (update.execute() == 0) {
        insert(conversation, feedback);
      }
    }
  }

  private void insert(UUID conversation, Feedback feedback) {
    try (var insert = handle.createUpdate(INSERT)) {
      bind(insert, feedback);
      insert.bind("conversation", conversation).execute();
    }
  }

  private static void bind(SqlStatement<?> statement, Feedback feedback) {
    People.bind(statement, "person", feedback.by());
    statement
        .bind("run", feedback.run())
        .bind("verdict", feedback.verdict().name())
        .bind("words", feedback.text())
        .bind("at", feedback.at());
  }

  /// @param any a thread of the workspace; absent for all workspaces
  List<FeedbackLine> latest(Optional<ChatThread> any, int most) {
    var where = any.isPresent() ? "c.platform = :platform and c.workspace = :workspace" : "1 = 1";
    try (var query = handle.createQuery(LINES + "where " + where + " " + NEWEST_FIRST)) {
      any.ifPresent(thread ->
          query.bind("platform", thread.platform().name()).bind("workspace", thread.workspace()));
      return query.bind("most", most).map((row, context) -> read(row)).list();
    }
  }

  private static FeedbackLine read(ResultSet row) throws SQLException {
    return new FeedbackLine(
        Threads.read(row).thread(),
        new Repository(URI.create(row.getString("repository"))),
        row.getString("prompt"),
        new Feedback(
            Columns.id(row, "run"),
            People.read(row, "person"),
            Feedback.Verdict.valueOf(row.getString("verdict")),
            row.getString("words"),
            Columns.time(row, "at_time").orElseThrow()));
  }
}
