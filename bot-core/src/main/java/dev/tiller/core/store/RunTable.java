package dev.tiller.core.store;

import dev.tiller.core.agents.Mode;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.command.ContextChoice;
import dev.tiller.core.conversation.Along;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunOptions;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Spent;
import dev.tiller.core.conversation.Turn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Runs as rows.
final class RunTable {

  private static final String INSERT =
      """
      insert into run (id, agent, ordinal, place, joined, yields, requester_id, requester_handle, requester_name, message,
        prompt, wanted_mode, wanted_model, phase, service_run, asked_at, sent_at, seen_running, stop_id,
        stop_handle, stop_name, progress, heard_at, retried, ending_how, ending_at, ending_cause, ending_summary,
        ending_branch, ending_pull_request, ending_took_millis, ending_tokens, ending_cents,
        ending_files, along_pending, context, files, receipt)
      values (:id, :agent, :ordinal, :place, :joined, :yields, :requester_id, :requester_handle, :requester_name, :message,
        :prompt, :wanted_mode, :wanted_model, :phase, :service_run, :asked_at, :sent_at, :seen_running, :stop_id, :stop_handle,
        :stop_name, :progress, :heard_at, :retried, :ending_how, :ending_at, :ending_cause, :ending_summary,
        :ending_branch, :ending_pull_request, :ending_took_millis, :ending_tokens,
        :ending_cents, :ending_files,
        :along_pending, :context, :files, :receipt)
      """;

  private static final String UPDATE =
      """
      update run set place = :place, joined = :joined, yields = :yields, message = :message, prompt = :prompt, asked_at = :asked_at,
        requester_name = :requester_name, phase = :phase, service_run = :service_run, sent_at = :sent_at,
        seen_running = :seen_running, stop_id = :stop_id, stop_handle = :stop_handle,
        stop_name = :stop_name, progress = :progress, heard_at = :heard_at,
        retried = :retried, ending_how = :ending_how,
        ending_at = :ending_at, ending_cause = :ending_cause, ending_summary = :ending_summary,
        ending_branch = :ending_branch, ending_pull_request = :ending_pull_request,
        ending_took_millis = :ending_took_millis, ending_tokens = :ending_tokens,
        ending_cents = :ending_cents, ending_files = :ending_files,
        along_pending = :along_pending, context = :context, files = :files, receipt = :receipt
      where id = :id
      """;

  private final Handle handle;

  RunTable(Handle handle) {
    this.handle = handle;
  }

  void insert(UUID agent, Run run) {
    try (var statement = handle.createUpdate(INSERT)) {
      statement
          .bind("agent", agent)
          .bind("ordinal", run.number())
          .bind("wanted_mode", run.options().mode().map(Mode::name).orElse(null))
          .bind("wanted_model", run.options().model().orElse(null));
      bindChanging(statement, run);
      statement.execute();
    }
    run.turn().joined().forEach(message -> insertMessage(run, message));
  }

  void update(Run before, Run run) {
    try (var statement = handle.createUpdate(UPDATE)) {
      bindChanging(statement, run);
      statement.execute();
    }
    run.turn().joined().stream()
        .filter(message -> !before.turn().joined().contains(message))
        .forEach(message -> insertMessage(run, message));
  }

  private void insertMessage(Run run, String message) {
    handle
        .createUpdate("insert into run_message (message, run) values (:message, :run)")
        .bind("message", message)
        .bind("run", run.id())
        .execute();
  }

  private static void bindChanging(SqlStatement<?> statement, Run run) {
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

  Optional<UUID> conversationOf(UUID run) {
    return handle
        .createQuery(
            "select a.conversation from run r join agent a on a.id = r.agent where r.id = :id")
        .bind("id", run)
        .mapTo(UUID.class)
        .findOne();
  }

  /// The latest run that a message of the thread's channel has asked for.
  Optional<UUID> askedBy(ChatThread anyThread, String message) {
    return latest(anyThread, "r.message = :message", message)
        .or(() ->
            latest(
                anyThread,
                "r.id in (select run from run_message where message = :message)",
                message));
  }

  private Optional<UUID> latest(ChatThread anyThread, String where, String message) {
    return handle
        .createQuery(
            """
            select r.id from run r join agent a on a.id = r.agent
              join conversation c on c.id = a.conversation
            where %s and c.platform = :platform and c.workspace = :workspace
              and c.channel = :channel
            order by r.asked_at desc, r.ordinal desc limit 1
            """
                .formatted(where))
        .bind("message", message)
        .bind("platform", anyThread.platform().name())
        .bind("workspace", anyThread.workspace())
        .bind("channel", anyThread.channel())
        .mapTo(UUID.class)
        .findOne();
  }

  /// A person's runs at work in a workspace that nobody has stopped.
  ///
  /// @param until none that was asked for later
  List<UUID> atWork(ChatThread anyThread, Person person, Instant until) {
    return handle
        .createQuery(
            """
            select r.id from run r join agent a on a.id = r.agent
              join conversation c on c.id = a.conversation
            where r.requester_id = :person and r.phase in ('STARTING', 'SENDING', 'RUNNING')
              and (r.stop_id is null or r.yields) and r.asked_at <= :until
              and c.platform = :platform and c.workspace = :workspace
            order by r.asked_at, r.id
            """)
        .bind("person", person.id())
        .bind("until", until)
        .bind("platform", anyThread.platform().name())
        .bind("workspace", anyThread.workspace())
        .mapTo(UUID.class)
        .list();
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

  /// The runs of some agents, by agent, oldest first.
  Map<UUID, List<Run>> of(List<UUID> agents) {
    var runs = new LinkedHashMap<UUID, List<Run>>();
    if (agents.isEmpty()) {
      return runs;
    }
    handle
        .createQuery("select * from run where agent in (<agents>) order by ordinal")
        .bindList("agents", agents)
        .map((row, context) -> Map.entry(Columns.id(row, "agent"), read(row)))
        .forEach(entry ->
            runs.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>()).add(entry.getValue()));
    return runs;
  }

  private static Run read(ResultSet row) throws SQLException {
    return new Run(
        Columns.id(row, "id"),
        row.getInt("ordinal"),
        turn(row),
        People.read(row, "requester"),
        Columns.text(row, "message"),
        row.getString("prompt"),
        new RunOptions(
            Columns.text(row, "wanted_mode").map(Mode::valueOf), Columns.text(row, "wanted_model")),
        RunPhase.valueOf(row.getString("phase")),
        Columns.text(row, "service_run").map(RunId::new),
        Columns.time(row, "asked_at").orElseThrow(),
        Columns.time(row, "sent_at"),
        row.getBoolean("seen_running"),
        People.optional(row, "stop"),
        Columns.text(row, "progress"),
        Columns.time(row, "heard_at"),
        row.getBoolean("retried"),
        ending(row),
        along(row));
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
