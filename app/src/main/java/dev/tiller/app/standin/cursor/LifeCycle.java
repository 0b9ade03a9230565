package dev.tiller.app.standin.cursor;

import dev.tiller.app.standin.cursor.Agent.Message;
import dev.tiller.app.standin.cursor.Launch.Prompt;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/// Moves agents and runs from state to state and writes the runs' streams. One change at a time; a
/// reader of a stream never learns of an ending before the store has it.
final class LifeCycle {

  private final AgentStore store;
  private final RunLogs logs;
  private final InstantSource clock;
  private final StepFrames frames;
  private final List<BiConsumer<Agent, Run>> begun = new CopyOnWriteArrayList<>();
  private final List<BiConsumer<Agent, Run>> ended = new CopyOnWriteArrayList<>();

  LifeCycle(AgentStore store, RunLogs logs, InstantSource clock) {
    this.store = store;
    this.logs = logs;
    this.clock = clock;
    this.frames = new StepFrames(logs::nextId);
  }

  /// Calls back when a run was created.
  void onBegin(BiConsumer<Agent, Run> listener) {
    begun.add(listener);
  }

  /// Calls back when a run has ended, except by cancelling.
  void onEnd(BiConsumer<Agent, Run> listener) {
    ended.add(listener);
  }

  /// Makes an agent and its first run.
  ///
  /// @param wantedId absent lets the service choose
  synchronized Agent launch(Optional<String> wantedId, Launch launch) {
    var id = wantedId.orElseGet(() -> "bc-" + UUID.randomUUID());
    var name = launch.name().orElseGet(() -> Names.agent(launch.prompt().text()));
    var run = newRun(id, launch.prompt());
    var agent =
        Agent.created(id, name, launch, run.createdAt()).began(run).said(user(launch.prompt()));
    store.add(agent);
    announce(agent, run);
    return agent;
  }

  /// Makes a run for a follow-up.
  ///
  /// @throws ApiError when the agent is archived or busy
  synchronized Run prompt(String agentId, Prompt prompt) {
    var agent = open(agentId);
    if (agent.active().isPresent()) {
      throw new ApiError(409, "agent_busy", "Agent already has an active run");
    }
    store.update(agentId, old -> old.said(user(prompt)));
    return begin(agentId, prompt);
  }

  /// As [#prompt], but a busy agent does it later.
  synchronized void promptOrWait(String agentId, Prompt prompt) {
    if (open(agentId).active().isEmpty()) {
      prompt(agentId, prompt);
      return;
    }
    store.update(agentId, old -> old.said(user(prompt)).waiting(Agent.plus(old.waiting(), prompt)));
  }

  synchronized void run(String agentId, String runId) {
    active(agentId, runId)
        .filter(run -> run.status() == RunStatus.CREATING)
        .ifPresent(run -> {
          store.update(agentId, agent -> agent.changed(run.running(now())));
          logs.of(runId).append(List.of(Frame.status(runId, RunStatus.RUNNING.name())));
        });
  }

  /// Shows a step; false when the run has ended.
  synchronized boolean step(String agentId, String runId, Step step) {
    var run = active(agentId, runId);
    run.ifPresent(_ -> logs.of(runId).append(frames.of(step)));
    return run.isPresent();
  }

  /// Ends a run that is active.
  synchronized void end(String agentId, String runId, Ending wanted) {
    run(agentId, runId);
    active(agentId, runId)
        .ifPresent(run -> {
          var outcome = Outcome.of(store.get(agentId), wanted, store::nextPullRequest);
          var agent = close(run, outcome);
          ended.forEach(listener -> listener.accept(agent, agent.run(runId).orElseThrow()));
          beginWaiting(agent);
        });
  }

  /// @throws ApiError when the run has ended already
  synchronized void cancel(String agentId, String runId) {
    var run = store.get(agentId).run(runId).orElseThrow(ApiError::noRun);
    if (run.status().terminal()) {
      throw new ApiError(409, "run_not_cancellable", "Run is not active any more");
    }
    beginWaiting(close(run, Outcome.CANCELLED));
  }

  /// Cancels what is active and forgets what waits.
  synchronized void stop(String agentId) {
    store.update(agentId, agent -> agent.waiting(List.of()));
    store.get(agentId).active().ifPresent(run -> close(run, Outcome.CANCELLED));
  }

  synchronized void archive(String agentId, boolean archived) {
    store.get(agentId);
    store.update(agentId, agent -> agent.archived(archived));
  }

  synchronized void delete(String agentId) {
    stop(agentId);
    store.update(agentId, Agent::asDeleted);
  }

  private Agent open(String agentId) {
    var agent = store.get(agentId);
    if (agent.archived()) {
      throw new ApiError(409, "agent_archived", "Agent is archived");
    }
    return agent;
  }

  private Optional<Run> active(String agentId, String runId) {
    return store
        .find(agentId)
        .filter(Predicate.not(Agent::deleted))
        .flatMap(agent -> agent.run(runId))
        .filter(run -> !run.status().terminal());
  }

  private Run begin(String agentId, Prompt prompt) {
    var run = newRun(agentId, prompt);
    announce(store.update(agentId, agent -> agent.began(run)), run);
    return run;
  }

  private void beginWaiting(Agent agent) {
    if (!agent.waiting().isEmpty() && !agent.archived()) {
      var rest = agent.waiting().subList(1, agent.waiting().size());
      store.update(agent.id(), old -> old.waiting(List.copyOf(rest)));
      begin(agent.id(), agent.waiting().getFirst());
    }
  }

  private void announce(Agent agent, Run run) {
    logs.of(run.id()).append(List.of(frames.prompt(agent.id(), run.prompt().text())));
    begun.forEach(listener -> listener.accept(agent, run));
  }

  private Agent close(Run run, Outcome outcome) {
    var end = run.ended(outcome.status(), outcome.result(), now());
    var agent = store.update(run.agentId(), old -> after(old, end, outcome));
    var log = logs.of(end.id());
    log.append(frames.ending(agent, end));
    log.close();
    return agent;
  }

  private static Agent after(Agent agent, Run end, Outcome outcome) {
    var changed = agent.changed(end);
    var pushed = outcome.pushed().map(changed::pushed).orElse(changed);
    var said = outcome.result().map(text -> pushed.said(assistant(text))).orElse(pushed);
    return outcome.status() == RunStatus.EXPIRED ? said.archived(true) : said;
  }

  private Run newRun(String agentId, Prompt prompt) {
    return Run.created("run-" + UUID.randomUUID(), agentId, prompt, now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Message user(Prompt prompt) {
    return new Message("msg_" + UUID.randomUUID(), "user_message", prompt.text());
  }

  private static Message assistant(String text) {
    return new Message("msg_" + UUID.randomUUID(), "assistant_message", text);
  }
}
