package dev.tiller.core.store;

import dev.tiller.core.agents.Mode;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.command.ContextChoice;
import dev.tiller.core.conversation.Along;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunCourse;
import dev.tiller.core.conversation.RunOptions;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.RunRequest;
import dev.tiller.core.conversation.Spent;
import dev.tiller.core.conversation.Turn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// A run in the columns of its row.
final class RunColumns {

  private RunColumns() {}

  /// Binds what may change while a run lives.
  static void bindChanging(SqlStatement<?> statement, Run run) {
    statement
        .bind("id", run.id())
        .bind("place", run.place())
        .bind("joined", joined(run.turn()))
        .bind("yields", run.turn().yields())
        .bind("message", run.message().orElse(null))
        .bind("asked_at", run.askedAt())
        .bind("prompt", run.prompt())
        .bind("phase", run.phase().name())
        .bind("service_run", run.serviceRun().map(RunId::value).orElse(null))
        .bind("sent_at", run.sentAt().orElse(null))
        .bind("seen_running", run.seenRunning())
        .bind("progress", run.progress().orElse(null))
        .bind("heard_at", run.heardAt().orElse(null))
        .bind("retried", run.retried());
    People.bind(statement, "requester", run.requester());
    People.bind(statement, "stop", run.stopAskedBy().orElse(null));
    bindEnding(statement, run.ending());
    bindAlong(statement, run.along());
  }

  private static void bindAlong(SqlStatement<?> statement, Along along) {
    statement
        .bind("along_pending", along.pending())
        .bind("context", along.choice().map(ContextChoice::written).orElse(null))
        .bind("files", AttachmentsJson.write(along.files()).orElse(null))
        .bind("receipt", along.receipt().orElse(null));
  }

  private static void bindEnding(SqlStatement<?> statement, Optional<Ending> ending) {
    statement
        .bind("ending_how", ending.map(its -> its.how().name()).orElse(null))
        .bind("ending_at", ending.map(Ending::at).orElse(null))
        .bind("ending_cause", ending.flatMap(Ending::cause).orElse(null))
        .bind("ending_summary", ending.flatMap(Ending::summary).orElse(null))
        .bind("ending_branch", ending.flatMap(Ending::branch).orElse(null))
        .bind(
            "ending_pull_request",
            ending.flatMap(Ending::pullRequest).map(String::valueOf).orElse(null))
        .bind(
            "ending_took_millis", ending.flatMap(Ending::took).map(Duration::toMillis).orElse(null))
        .bind("ending_files", ending.map(Ending::files).orElse(0))
        .bind("ending_tokens", ending.flatMap(Ending::spent).map(Spent::tokens).orElse(null))
        .bind("ending_cents", ending.flatMap(Ending::spent).flatMap(Spent::cents).orElse(null));
  }

  static Run read(ResultSet row) throws SQLException {
    return new Run(
        Columns.id(row, "id"),
        row.getInt("ordinal"),
        turn(row),
        request(row),
        along(row),
        course(row));
  }

  private static RunRequest request(ResultSet row) throws SQLException {
    var options =
        new RunOptions(
            Columns.text(row, "wanted_mode").map(Mode::valueOf), Columns.text(row, "wanted_model"));
    return new RunRequest(
        People.read(row, "requester"),
        Columns.text(row, "message"),
        row.getString("prompt"),
        options,
        Columns.time(row, "asked_at").orElseThrow());
  }

  private static RunCourse course(ResultSet row) throws SQLException {
    return new RunCourse(
        RunPhase.valueOf(row.getString("phase")),
        Columns.text(row, "service_run").map(RunId::new),
        Columns.time(row, "sent_at"),
        row.getBoolean("seen_running"),
        People.optional(row, "stop"),
        Columns.text(row, "progress"),
        Columns.time(row, "heard_at"),
        row.getBoolean("retried"),
        ending(row));
  }

  /// Each message's id on a line of its own, with line ends around all of them.
  private static @Nullable String joined(Turn turn) {
    return turn.joined().isEmpty() ? null : "\n" + String.join("\n", turn.joined()) + "\n";
  }

  private static Turn turn(ResultSet row) throws SQLException {
    var joined =
        Columns.text(row, "joined").map(ids -> ids.strip().lines().toList()).orElseGet(List::of);
    return new Turn(row.getInt("place"), joined, row.getBoolean("yields"));
  }

  private static Along along(ResultSet row) throws SQLException {
    return new Along(
        row.getBoolean("along_pending"),
        Columns.text(row, "context").flatMap(ContextChoice::parse),
        AttachmentsJson.read(Columns.text(row, "files")),
        Columns.text(row, "receipt"));
  }

  private static Optional<Ending> ending(ResultSet row) throws SQLException {
    var how = row.getString("ending_how");
    if (how == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Ending(
            Ending.How.valueOf(how),
            Columns.time(row, "ending_at").orElseThrow(),
            Columns.text(row, "ending_cause"),
            Columns.text(row, "ending_summary"),
            Columns.text(row, "ending_branch"),
            Columns.address(row, "ending_pull_request"),
            Optional.ofNullable(row.getObject("ending_took_millis", Long.class))
                .map(Duration::ofMillis),
            spent(row),
            row.getInt("ending_files")));
  }

  private static Optional<Spent> spent(ResultSet row) throws SQLException {
    var cents = Optional.ofNullable(row.getObject("ending_cents", Double.class));
    return Optional.ofNullable(row.getObject("ending_tokens", Long.class))
        .map(tokens -> new Spent(tokens, cents));
  }
}
