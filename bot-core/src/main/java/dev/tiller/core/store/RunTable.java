package dev.tiller.core.store;

import dev.tiller.core.agents.Mode;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

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
      RunColumns.bindChanging(statement, run);
      statement.execute();
    }
    run.turn().joined().forEach(message -> insertMessage(run, message));
  }

  void update(Run before, Run run) {
    try (var statement = handle.createUpdate(UPDATE)) {
      RunColumns.bindChanging(statement, run);
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

  /// The runs of some agents, by agent, oldest first.
  Map<UUID, List<Run>> of(List<UUID> agents) {
    var runs = new LinkedHashMap<UUID, List<Run>>();
    if (agents.isEmpty()) {
      return runs;
    }
    handle
        .createQuery("select * from run where agent in (<agents>) order by ordinal")
        .bindList("agents", agents)
        .map((row, context) -> Map.entry(Columns.id(row, "agent"), RunColumns.read(row)))
        .forEach(entry ->
            runs.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>()).add(entry.getValue()));
    return runs;
  }
}
