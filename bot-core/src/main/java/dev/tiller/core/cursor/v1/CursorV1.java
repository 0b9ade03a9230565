package dev.tiller.core.cursor.v1;

import static dev.tiller.core.cursor.CursorHttp.segment;

import dev.tiller.core.agents.Accepted;
import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.CloudAgents;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.CloudAgentsException.Gone;
import dev.tiller.core.agents.CloudAgentsException.OutcomeUnknown;
import dev.tiller.core.agents.FollowUp;
import dev.tiller.core.agents.LaunchRequest;
import dev.tiller.core.agents.Launched;
import dev.tiller.core.agents.RunEvent;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.agents.RunReport;
import dev.tiller.core.cursor.Call;
import dev.tiller.core.cursor.CursorHttp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Cursor API v1: we choose the agent's id, the service has runs and streams them.
public final class CursorV1 implements CloudAgents {

  private final CursorHttp http;
  private final Duration silence;
  private final InstantSource time;
  private final V1Runs runs;
  private final RunStream stream;

  /// @param silence how long an open stream may bring nothing before it is given up
  public CursorV1(CursorHttp http, Duration silence, InstantSource time) {
    this.http = http;
    this.silence = silence;
    this.time = time;
    this.runs = new V1Runs(http);
    this.stream = new RunStream(http);
  }

  @Override
  public Abilities abilities() {
    return new Abilities("v1", true, true, false, Set.of(Feature.values()));
  }

  @Override
  public Launched launch(LaunchRequest request) {
    var body = V1Bodies.create(request);
    var created = http.post(Call.LAUNCH, "/agents", body, V1Wire.Created.class);
    return V1Values.launched(
        V1Values.agentOf(request),
        created.agent().orElseThrow(CursorV1::unreadable),
        Optional.of(runOf(created)));
  }

  @Override
  public Optional<Launched> findLaunch(LaunchRequest request) {
    var id = V1Values.agentOf(request);
    try {
      var agent = runs.agent(id);
      var run = runs.first(id).or(() -> V1Values.id(agent.latestRunId()));
      return Optional.of(V1Values.launched(id, agent, run));
    } catch (Gone e) {
      return Optional.empty();
    }
  }

  @Override
  public Accepted followUp(AgentId agent, FollowUp followUp) {
    var body = V1Bodies.create(followUp);
    var path = V1Runs.path(agent) + "/runs";
    return new Accepted(
        Optional.of(runOf(http.post(Call.FOLLOW_UP, path, body, V1Wire.Created.class))));
  }

  @Override
  public Optional<Accepted> findFollowUp(AgentId agent, FollowUp followUp) {
    return new FollowUpSearch(runs, new RunPrompts(stream))
        .find(agent, followUp)
        .map(Optional::of)
        .map(Accepted::new);
  }

  @Override
  public RunReport look(AgentId agent, Optional<RunId> run) {
    var askedAt = time.instant();
    return run.or(() -> runs.latest(agent))
        .map(id -> V1Values.report(runs.run(agent, id), askedAt))
        .orElseGet(() -> V1Values.beforeFirstRun(askedAt));
  }

  @Override
  public Optional<String> pulse(AgentId agent) {
    return Optional.empty();
  }

  @Override
  public void cancel(AgentId agent, Optional<RunId> run) {
    var id = run.or(() -> runs.latest(agent)).orElseThrow(() -> new Gone("no_run"));
    http.cancel(V1Runs.path(agent) + "/runs/" + segment(id.value()) + "/cancel");
  }

  @Override
  public void stream(
      AgentId agent, RunId run, Optional<String> after, Consumer<RunEvent> listener) {
    var events = new RunEvents();
    var end =
        stream.follow(
            agent,
            run,
            after,
            silence,
            frame -> {
              events.of(frame).ifPresent(listener);
              return true;
            });
    if (end == RunStream.End.CURSOR_REFUSED && after.isPresent()) {
      stream(agent, run, Optional.empty(), listener);
    }
  }

  private static RunId runOf(V1Wire.Created created) {
    return created.run().flatMap(run -> V1Values.id(run.id())).orElseThrow(CursorV1::unreadable);
  }

  private static CloudAgentsException unreadable() {
    return new OutcomeUnknown("unreadable_answer", null);
  }
}
