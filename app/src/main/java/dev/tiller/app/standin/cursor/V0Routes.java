package dev.tiller.app.standin.cursor;

import dev.tiller.app.http.Routes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Agents on v0 (Cursor API v0, Oct 2026).
final class V0Routes {

  private static final String AGENT = "/v0/agents/{id}";
  private static final Pattern ID = Pattern.compile("bc-[0-9a-fA-F-]{36}");
  private static final Duration WEBHOOK_WAIT = Duration.ofSeconds(10);

  private final AgentStore store;
  private final LifeCycle lifeCycle;
  private final Webhooks webhooks;

  V0Routes(AgentStore store, LifeCycle lifeCycle, Webhooks webhooks) {
    this.store = store;
    this.lifeCycle = lifeCycle;
    this.webhooks = webhooks;
  }

  void addTo(Routes.Builder routes, Endpoints api) {
    var v0 = Version.V0;
    routes
        .post("/v0/agents", api.of(v0, Operation.CREATE_AGENT, this::launch))
        .get("/v0/agents", api.of(v0, Operation.LIST_AGENTS, this::list))
        .get(AGENT, api.of(v0, Operation.GET_AGENT, call -> Reply.ok(V0Wire.agent(agent(call)))))
        .delete(AGENT, api.of(v0, Operation.DELETE_AGENT, this::delete))
        .get(AGENT + "/conversation", api.of(v0, Operation.CONVERSATION, this::conversation))
        .post(AGENT + "/followup", api.of(v0, Operation.PROMPT, this::followUp))
        .post(AGENT + "/stop", api.of(v0, Operation.CANCEL, this::stop));
  }

  private Reply launch(Call call) {
    var asked = V0Bodies.launch(call.body());
    Wishes.of(asked.prompt().text()).refuse();
    var launch = asked.withPrompt(call.destined(asked.prompt()));
    var agent = lifeCycle.launch(Optional.empty(), launch);
    if (Faults.has(call.faults(), Fault.WebhookFirst.class)) {
      lifeCycle.end(agent.id(), agent.latest().id(), launch.prompt().wanted());
      webhooks.awaitAttempt(agent.id(), WEBHOOK_WAIT);
    }
    return Reply.json(201, V0Wire.agent(agent));
  }

  private Reply list(Call call) {
    var query = call.query();
    var about = query.text("prUrl");
    Predicate<Agent> shown = agent -> !agent.deleted() && agent.isAbout(about);
    var page = Page.of(store.all(), shown, Agent::id, query);
    return Reply.ok(
        new V0Wire.Page(
            page.items().stream().map(V0Wire::agent).toList(), page.next().orElse(null)));
  }

  private Reply delete(Call call) {
    lifeCycle.delete(open(call).id());
    return id(call);
  }

  private Reply conversation(Call call) {
    var agent = open(call);
    return Reply.ok(new V0Wire.Conversation(agent.id(), agent.messages()));
  }

  private Reply followUp(Call call) {
    open(call);
    lifeCycle.promptOrWait(call.agentId(), call.destined(V0Bodies.followUp(call.body())));
    return id(call);
  }

  private Reply stop(Call call) {
    lifeCycle.stop(open(call).id());
    return id(call);
  }

  private Agent agent(Call call) {
    return store.get(checkedId(call));
  }

  /// An agent that is neither deleted nor archived.
  private Agent open(Call call) {
    var agent = store.find(checkedId(call)).orElseThrow(ApiError::noAgent);
    if (agent.deleted() || agent.archived()) {
      throw new ApiError(409, "agent_archived", "Agent is deleted or archived");
    }
    return agent;
  }

  /// @throws ApiError when it is no id of an agent
  static String checkedId(Call call) {
    if (!ID.matcher(call.agentId()).matches()) {
      throw ApiError.invalid("Invalid agent ID format");
    }
    return call.agentId();
  }

  private static Reply id(Call call) {
    return Reply.ok(Map.of("id", call.agentId()));
  }
}
