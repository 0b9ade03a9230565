package dev.tiller.app.standin.cursor;

import dev.tiller.app.http.HttpServer;
import dev.tiller.app.http.Limits;
import dev.tiller.app.http.Routes;
import dev.tiller.app.standin.Traffic;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/// Cursor's Cloud Agents API, v0 and v1, on one port. What a prompt's words ask for:
/// `#branch-only`, `#nothing`, `#error`, `#expire` end its run so, `#slow` makes it six times
/// longer; `#no-access`, `#plan` and `#limit` have a launch refused; `#no-artifacts`,
/// `#only-screenshot`, `#only-video`, `#only-log`, `#only-report`, `#large-artifact` and
/// `#many-artifacts` say which files a finished run leaves.
public final class CursorStandIn implements AutoCloseable {

  /// Five images of 15 MB in Base64, and the rest.
  private static final Limits LIMITS =
      Limits.DEFAULT.withBodyBytes(104 << 20).withDrain(Duration.ofSeconds(1));

  private final AgentStore store;
  private final LifeCycle lifeCycle;
  private final RunTimer timer;
  private final Faults faults;
  private final Webhooks webhooks;
  private final Endpoints endpoints;
  private final ObjectStore files;
  private final URI url;
  private final HttpServer server;

  private CursorStandIn(String host, int port, Options options, Traffic traffic)
      throws IOException {
    var logs = new RunLogs(options.clock());
    store = new AgentStore();
    lifeCycle = new LifeCycle(store, logs, options.clock());
    timer = new RunTimer(lifeCycle, options.pace());
    faults = new Faults(options.clock());
    webhooks = new Webhooks(options, faults, traffic);
    var keys = new Keys(options.account().keys(), options.clock());
    var limits = new RateLimits(options.quotas(), store, options.clock());
    endpoints = new Endpoints(options, keys, limits, faults, traffic);
    files = new ObjectStore(options.clock());
    lifeCycle.onBegin(timer::begin);
    lifeCycle.onEnd(webhooks::ended);
    var routes = Routes.builder();
    var streams = new RunStreams(options, store, logs);
    new V1Routes(options, store, lifeCycle, streams).addTo(routes, endpoints);
    new V0Routes(store, lifeCycle, webhooks).addTo(routes, endpoints);
    new ArtifactRoutes(store, files, options.clock()).addTo(routes, endpoints);
    new AccountRoutes(options, keys).addTo(routes, endpoints);
    server = HttpServer.start(host, port, routes.build(), LIMITS);
    url = URI.create("http://" + host + ":" + server.port());
  }

  /// Starts the service.
  ///
  /// @param port 0 takes any free one
  /// @throws IOException when the port cannot be had
  public static CursorStandIn start(String host, int port, Options options, Traffic traffic)
      throws IOException {
    return new CursorStandIn(host, port, options, traffic);
  }

  /// The base URL, without a slash at the end.
  public URI url() {
    return url;
  }

  public Faults faults() {
    return faults;
  }

  /// Sets the pace of runs that begin from now on.
  public void pace(Pace pace) {
    timer.pace(pace);
  }

  /// All agents that are not deleted, oldest first.
  public List<AgentView> agents() {
    return store.all().reversed().stream()
        .filter(Predicate.not(Agent::deleted))
        .map(AgentView::of)
        .toList();
  }

  /// How often an agent was asked for, on either version, refused or not.
  public int createCalls() {
    return calls(Operation.CREATE_AGENT);
  }

  /// How often an operation was asked for, on either version, refused or not.
  public int calls(Operation operation) {
    return endpoints.calls(operation);
  }

  /// How often a file was asked for with an `Authorization` header, which must not leave the
  /// service it belongs to.
  public int leakedKeys() {
    return files.leakedKeys();
  }

  /// Calls the listener after each change of an agent, on the thread that made it: it must be
  /// quick.
  public void onChange(Runnable listener) {
    store.onChange(listener);
  }

  /// Shows a step in the stream of the agent's active run.
  ///
  /// @throws IllegalStateException when no run is active
  public void step(String agentId, Step step) {
    var run = active(agentId);
    lifeCycle.run(agentId, run.id());
    lifeCycle.step(agentId, run.id(), step);
  }

  /// Ends the agent's active run.
  ///
  /// @throws IllegalStateException when no run is active
  public void finish(String agentId, Ending ending) {
    lifeCycle.end(agentId, active(agentId).id(), ending);
  }

  private Run active(String agentId) {
    return store
        .find(agentId)
        .flatMap(Agent::active)
        .orElseThrow(() -> new IllegalStateException("no active run: " + agentId));
  }

  @Override
  public void close() {
    timer.close();
    webhooks.close();
    endpoints.close();
    server.close();
  }
}
