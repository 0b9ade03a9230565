package dev.tiller.app.standin.cursor;

import dev.tiller.app.http.Routes;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Agents and runs on v1 (Cursor API v1, Oct 2026).
final class V1Routes {

  private static final String AGENT = "/v1/agents/{id}";
  private static final String RUN = AGENT + "/runs/{runId}";

  private final Options options;
  private final AgentStore store;
  private final LifeCycle lifeCycle;
  private final RunStreams streams;

  V1Routes(Options options, AgentStore store, LifeCycle lifeCycle, RunStreams streams) {
    this.options = options;
    this.store = store;
    this.lifeCycle = lifeCycle;
    this.streams = streams;
  }

  void addTo(Routes.Builder routes, Endpoints api) {
    var v1 = Version.V1;
    routes
        .post("/v1/agents", api.of(v1, Operation.CREATE_AGENT, this::create))
        .get("/v1/agents", api.of(v1, Operation.LIST_AGENTS, this::list))
        .get(AGENT, api.of(v1, Operation.GET_AGENT, this::get))
        .delete(AGENT, api.of(v1, Operation.DELETE_AGENT, this::delete))
        .post(AGENT + "/archive", api.of(v1, Operation.ARCHIVE, call -> archive(call, true)))
        .post(AGENT + "/unarchive", api.of(v1, Operation.UNARCHIVE, call -> archive(call, false)))
        .post(AGENT + "/runs", api.of(v1, Operation.PROMPT, this::prompt))
        .get(AGENT + "/runs", api.of(v1, Operation.LIST_RUNS, this::runs))
        .get(RUN, api.of(v1, Operation.GET_RUN, this::run))
        .get(RUN + "/stream", api.of(v1, Operation.STREAM, streams::open))
        .post(RUN + "/cancel", api.of(v1, Operation.CANCEL, this::cancel))
        .get(AGENT + "/usage", api.of(v1, Operation.USAGE, this::usage));
  }

  private Reply create(Call call) {
    var create = V1Bodies.create(call.body(), options);
    var prompt = create.launch().prompt();
    Wishes.of(prompt.text()).refuse();
    var launch = create.launch().withPrompt(call.destined(prompt));
    var agent = lifeCycle.launch(create.agentId(), launch);
    return Reply.json(
        201, new V1Wire.Created(V1Wire.agent(agent), V1Wire.run(agent, agent.latest())));
  }

  private Reply list(Call call) {
    var query = call.query().only("limit", "cursor", "prUrl", "includeArchived");
    var about = query.text("prUrl");
    boolean archived = query.flag("includeArchived", true);
    Predicate<Agent> shown =
        agent -> !agent.deleted() && (archived || !agent.archived()) && agent.isAbout(about);
    var page = Page.of(store.all(), shown, Agent::id, query);
    return Reply.ok(
        new V1Wire.Page<>(
            page.items().stream().map(V1Wire::summary).toList(), page.next().orElse(null)));
  }

  private Reply get(Call call) {
    call.query().only();
    return Reply.ok(V1Wire.agent(store.get(call.agentId())));
  }

  private Reply delete(Call call) {
    lifeCycle.delete(store.get(call.agentId()).id());
    return id(call.agentId());
  }

  private Reply archive(Call call, boolean archived) {
    lifeCycle.archive(call.agentId(), archived);
    return id(call.agentId());
  }

  private Reply prompt(Call call) {
    store.get(call.agentId());
    var prompt = V1Bodies.prompt(call.body());
    var run = lifeCycle.prompt(call.agentId(), call.destined(prompt));
    return Reply.json(201, new V1Wire.CreatedRun(V1Wire.run(store.get(call.agentId()), run)));
  }

  private Reply runs(Call call) {
    var agent = store.get(call.agentId());
    var query = call.query().only("limit", "cursor");
    var page = Page.of(agent.runs().reversed(), _ -> true, Run::id, query);
    return Reply.ok(
        new V1Wire.Page<>(
            page.items().stream().map(run -> V1Wire.listed(agent, run)).toList(),
            page.next().orElse(null)));
  }

  private Reply run(Call call) {
    call.query().only();
    var agent = store.get(call.agentId());
    return Reply.ok(V1Wire.run(agent, agent.run(call.runId()).orElseThrow(ApiError::noRun)));
  }

  private Reply cancel(Call call) {
    lifeCycle.cancel(call.agentId(), call.runId());
    return id(call.runId());
  }

  private Reply usage(Call call) {
    var agent = store.get(call.agentId());
    var runs =
        call.query()
            .only("runId")
            .text("runId")
            .map(id -> List.of(agent.run(id).orElseThrow(ApiError::noRun)))
            .orElse(agent.runs());
    return Reply.ok(V1Wire.usage(runs));
  }

  private static Reply id(String id) {
    return Reply.ok(Map.of("id", id));
  }
}
