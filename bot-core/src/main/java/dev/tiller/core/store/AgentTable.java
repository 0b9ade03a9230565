package dev.tiller.core.store;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.AgentRequest;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.routing.Recent;
import dev.tiller.core.routing.Source;
import dev.tiller.core.routing.Sources;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Agents as rows, with their runs.
final class AgentTable {

  private static final String INSERT =
      """
      insert into agent (id, conversation, ordinal, owner_id, owner_handle, owner_name, repository,
        repository_source, branch, branch_source, model, model_source, create_pull_request,
        auto_pr_source, launch_options, state, service_id, page, called_at, moved_to, asked_at)
      values (:id, :conversation, :ordinal, :owner_id, :owner_handle, :owner_name, :repository,
        :repository_source, :branch, :branch_source, :model, :model_source, :create_pull_request,
        :auto_pr_source, :launch_options, :state, :service_id, :page, :called_at, :moved_to, :asked_at)
      """;

  private static final String UPDATE =
      """
      update agent set owner_id = :owner_id, owner_handle = :owner_handle,
        owner_name = :owner_name, state = :state, service_id = :service_id,
        page = :page, called_at = :called_at, moved_to = :moved_to
      where id = :id
      """;

  /// What a rule or a default has led to says nothing about what a person wants; nor does recent
  /// work, or a week of it would never end. What the service has refused helps nobody.
  private static final String RECENT =
      """
      select a.repository, a.asked_at from agent a join conversation c on c.id = a.conversation
      where a.owner_id = :owner and a.asked_at > :since and a.state <> :refused
        and a.moved_to is null
        and (a.repository_source like 'chosen%' or a.repository_source like 'option%'
          or a.repository_source like 'mention%' or a.repository_source like 'pull_request%')
        and c.platform = :platform and c.workspace = :workspace and c.channel = :channel
      order by a.asked_at desc, a.ordinal desc
      limit 1
      """;

  private final Handle handle;
  private final RunTable runs;

  AgentTable(Handle handle, RunTable runs) {
    this.handle = handle;
    this.runs = runs;
  }

  void insert(UUID conversation, Agent agent) {
    var request = agent.request();
    try (var statement = handle.createUpdate(INSERT)) {
      statement
          .bind("conversation", conversation)
          .bind("ordinal", agent.number())
          .bind("repository", request.repository().url().toString())
          .bind("branch", request.branch().orElse(null))
          .bind("model", request.model().orElse(null))
          .bind("create_pull_request", request.createPullRequest())
          .bind("launch_options", LaunchOptionsJson.write(request.options()).orElse(null))
          .bind("asked_at", agent.firstRun().askedAt());
      bindSources(statement, request.sources());
      bindChanging(statement, agent);
      statement.execute();
    }
    agent.runs().forEach(run -> runs.insert(agent.id(), run));
  }

  void update(Agent before, Agent after) {
    if (!before.withRuns(after.runs()).equals(after)) {
      try (var statement = handle.createUpdate(UPDATE)) {
        bindChanging(statement, after);
        statement.execute();
      }
    }
    for (var run : after.runs()) {
      before
          .run(run.id())
          .ifPresentOrElse(known -> updateRun(known, run), () -> runs.insert(after.id(), run));
    }
  }

  private void updateRun(Run before, Run after) {
    if (!before.equals(after)) {
      runs.update(before, after);
    }
  }

  private static void bindSources(SqlStatement<?> statement, Sources sources) {
    statement
        .bind("repository_source", sources.repository().encoded())
        .bind("branch_source", sources.branch().encoded())
        .bind("model_source", sources.model().encoded())
        .bind("auto_pr_source", sources.autoPr().encoded());
  }

  private static Sources sources(ResultSet row) throws SQLException {
    return new Sources(
        Source.decode(row.getString("repository_source")),
        Source.decode(row.getString("branch_source")),
        Source.decode(row.getString("model_source")),
        Source.decode(row.getString("auto_pr_source")));
  }

  private static void bindChanging(SqlStatement<?> statement, Agent agent) {
    People.bind(statement, "owner", agent.request().owner());
    statement
        .bind("id", agent.id())
        .bind("state", agent.state().name())
        .bind("service_id", agent.serviceId().map(AgentId::value).orElse(null))
        .bind("page", agent.page().map(URI::toString).orElse(null))
        .bind("moved_to", agent.movedTo().map(its -> its.url().toString()).orElse(null))
        .bind("called_at", agent.calledAt().orElse(null));
  }

  List<Agent> of(UUID conversation) {
    var ids =
        handle
            .createQuery("select id from agent where conversation = :conversation")
            .bind("conversation", conversation)
            .mapTo(UUID.class)
            .list();
    var all = runs.of(ids);
    return handle
        .createQuery("select * from agent where conversation = :conversation order by ordinal")
        .bind("conversation", conversation)
        .map((row, context) -> read(row, all))
        .list();
  }

  Optional<Recent> recent(ChatThread thread, Person owner, Instant since) {
    return handle
        .createQuery(RECENT)
        .bind("owner", owner.id())
        .bind("since", since)
        .bind("refused", LaunchState.REFUSED.name())
        .bind("platform", thread.platform().name())
        .bind("workspace", thread.workspace())
        .bind("channel", thread.channel())
        .map((row, context) ->
            new Recent(
                new Repository(URI.create(row.getString("repository"))),
                Columns.time(row, "asked_at").orElseThrow()))
        .findOne();
  }

  Optional<UUID> conversationOf(UUID agent) {
    return handle
        .createQuery("select conversation from agent where id = :id")
        .bind("id", agent)
        .mapTo(UUID.class)
        .findOne();
  }

  /// One agent with its runs.
  Agent get(UUID id) {
    var all = runs.of(List.of(id));
    return handle
        .createQuery("select * from agent where id = :id")
        .bind("id", id)
        .map((row, context) -> read(row, all))
        .one();
  }

  private static Agent read(ResultSet row, Map<UUID, List<Run>> runs) throws SQLException {
    var id = Columns.id(row, "id");
    return new Agent(
        id,
        row.getInt("ordinal"),
        new AgentRequest(
            People.read(row, "owner"),
            new Repository(URI.create(row.getString("repository"))),
            Columns.text(row, "branch"),
            Columns.text(row, "model"),
            row.getBoolean("create_pull_request"),
            LaunchOptionsJson.read(Columns.text(row, "launch_options")),
            sources(row)),
        LaunchState.valueOf(row.getString("state")),
        Columns.text(row, "service_id").map(AgentId::new),
        Columns.address(row, "page"),
        Columns.time(row, "called_at"),
        runs.getOrDefault(id, List.of()),
        Columns.address(row, "moved_to").map(Repository::new));
  }
}
