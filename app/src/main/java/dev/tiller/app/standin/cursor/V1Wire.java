package dev.tiller.app.standin.cursor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Bodies of v1 answers (Cursor API v1, Oct 2026, agents, runs and usage). Absent fields are left
/// out.
final class V1Wire {

  private V1Wire() {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Env(String type, @Nullable String name) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Repo(String url, @Nullable String startingRef, @Nullable String prUrl) {}

  record AgentSummary(
      String id,
      String name,
      String status,
      Env env,
      String url,
      String createdAt,
      String updatedAt,
      String latestRunId) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FullAgent(
      @JsonUnwrapped AgentSummary summary,
      List<Repo> repos,
      boolean workOnCurrentBranch,
      boolean autoCreatePR,
      boolean skipReviewerRequest,
      @Nullable JsonNode customSubagents) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Branch(String repoUrl, String branch, @Nullable String prUrl) {}

  record Git(List<Branch> branches) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RunBody(
      String id,
      String agentId,
      String status,
      String createdAt,
      String updatedAt,
      @Nullable Long durationMs,
      @Nullable String result,
      @Nullable Git git) {}

  /// The data of the stream's `result` frame.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(
      String runId,
      String status,
      @Nullable String text,
      @Nullable Long durationMs,
      @Nullable Git git) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page<T>(List<T> items, @Nullable String nextCursor) {}

  record Created(FullAgent agent, RunBody run) {}

  record CreatedRun(RunBody run) {}

  record Tokens(
      long inputTokens,
      long outputTokens,
      long cacheWriteTokens,
      long cacheReadTokens,
      long totalTokens) {}

  record Cost(double rawCostCents, double chargedCents) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RunUsage(String id, @Nullable String usageUuid, Tokens usage, Cost cost) {}

  record AgentUsage(Tokens totalUsage, List<RunUsage> runs, Cost cost) {}

  static AgentSummary summary(Agent agent) {
    var environment = agent.launch().environment();
    return new AgentSummary(
        agent.id(),
        agent.name(),
        agent.archived() ? "ARCHIVED" : agent.active().isPresent() ? "ACTIVE" : "IDLE",
        new Env(environment.type(), environment.name().orElse(null)),
        "https://cursor.com/agents/" + agent.id(),
        Json.time(agent.createdAt()),
        Json.time(agent.updatedAt()),
        agent.latest().id());
  }

  static FullAgent agent(Agent agent) {
    var target = agent.launch().target();
    return new FullAgent(
        summary(agent),
        agent.launch().repositories().stream().map(V1Wire::repo).toList(),
        target.currentBranch(),
        target.autoCreatePr(),
        target.skipReviewer(),
        agent.launch().subagents().orElse(null));
  }

  static RunBody run(Agent agent, Run run) {
    return new RunBody(
        run.id(),
        agent.id(),
        run.status().name(),
        Json.time(run.createdAt()),
        Json.time(run.updatedAt()),
        millis(run),
        run.result().orElse(null),
        git(agent));
  }

  /// As lists show a run: without its result and duration.
  static RunBody listed(Agent agent, Run run) {
    var whole = run(agent, run);
    return new RunBody(
        whole.id(),
        whole.agentId(),
        whole.status(),
        whole.createdAt(),
        whole.updatedAt(),
        null,
        null,
        whole.git());
  }

  static Result result(Agent agent, Run run) {
    return new Result(
        run.id(), run.status().name(), run.result().orElse(null), millis(run), git(agent));
  }

  static AgentUsage usage(List<Run> runs) {
    var total = runs.stream().map(Usage::of).reduce(Usage.NONE, Usage::plus);
    return new AgentUsage(tokens(total), runs.stream().map(V1Wire::runUsage).toList(), cost(total));
  }

  private static RunUsage runUsage(Run run) {
    var usage = Usage.of(run);
    var uuid = usage.equals(Usage.NONE) ? null : run.id().substring("run-".length());
    return new RunUsage(run.id(), uuid, tokens(usage), cost(usage));
  }

  private static Tokens tokens(Usage usage) {
    return new Tokens(
        usage.input(), usage.output(), usage.cacheWrite(), usage.cacheRead(), usage.total());
  }

  private static Cost cost(Usage usage) {
    return new Cost(usage.cents(), usage.cents());
  }

  private static Repo repo(Launch.Repository repository) {
    return new Repo(
        repository.url(), repository.ref().orElse(null), repository.pullRequest().orElse(null));
  }

  private static @Nullable Git git(Agent agent) {
    return agent
        .pushed()
        .map(at ->
            new Git(
                List.of(new Branch(at.repository(), at.branch(), at.pullRequest().orElse(null)))))
        .orElse(null);
  }

  private static @Nullable Long millis(Run run) {
    Optional<Duration> duration = run.duration();
    return duration.map(Duration::toMillis).orElse(null);
  }
}
