package dev.tiller.app.standin.cursor;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tiller.app.standin.cursor.Agent.Pushed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Bodies of v0 answers and webhooks (Cursor API v0, Oct 2026). Absent fields are left out.
final class V0Wire {

  private V0Wire() {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Source(@Nullable String repository, @Nullable String ref) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Target(
      @Nullable String branchName,
      String url,
      @Nullable String prUrl,
      boolean autoCreatePr,
      boolean openAsCursorGithubApp,
      boolean skipReviewerRequest) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AgentBody(
      String id,
      String name,
      String status,
      Source source,
      Target target,
      @Nullable String summary,
      String createdAt) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<AgentBody> agents, @Nullable String nextCursor) {}

  record Conversation(String id, List<Agent.Message> messages) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HookTarget(String url, @Nullable String branchName, @Nullable String prUrl) {}

  /// The body of a `statusChange` webhook.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StatusChange(
      String event,
      String timestamp,
      String id,
      String name,
      String status,
      Source source,
      HookTarget target,
      @Nullable String summary,
      String createdAt) {}

  static AgentBody agent(Agent agent) {
    var target = agent.launch().target();
    return new AgentBody(
        agent.id(),
        agent.name(),
        agent.latest().status().v0(),
        source(agent),
        new Target(
            branch(agent),
            url(agent),
            pullRequest(agent),
            target.autoCreatePr(),
            target.openAsApp(),
            target.skipReviewer()),
        summary(agent.latest()),
        Json.time(agent.createdAt()));
  }

  /// @param run the one that ended, which need not be the latest by now
  static StatusChange statusChange(Agent agent, Run run, Instant at) {
    return new StatusChange(
        "statusChange",
        Json.time(at),
        agent.id(),
        agent.name(),
        run.status().v0(),
        source(agent),
        new HookTarget(url(agent), branch(agent), pullRequest(agent)),
        summary(run),
        Json.time(agent.createdAt()));
  }

  private static Source source(Agent agent) {
    var repository = agent.launch().repository();
    return new Source(
        repository.map(Launch.Repository::url).orElse(null),
        repository.flatMap(Launch.Repository::ref).orElse(null));
  }

  private static @Nullable String branch(Agent agent) {
    return agent.pushed().map(Pushed::branch).or(agent.launch().target()::branchName).orElse(null);
  }

  private static @Nullable String pullRequest(Agent agent) {
    Optional<String> given = agent.launch().repository().flatMap(Launch.Repository::pullRequest);
    return agent.pushed().flatMap(Pushed::pullRequest).or(() -> given).orElse(null);
  }

  private static @Nullable String summary(Run run) {
    return run.result().orElse(null);
  }

  private static String url(Agent agent) {
    return "https://cursor.com/agents?id=" + agent.id();
  }
}
