package dev.tiller.core.cursor.v1;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.LaunchRequest;
import dev.tiller.core.agents.Launched;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.agents.RunReport;
import dev.tiller.core.agents.RunState;
import dev.tiller.core.cursor.CursorText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// From the wire to the core's vocabulary. Pure.
final class V1Values {

  private V1Values() {}

  /// The id that a launch gives its agent: the same launch, the same agent.
  static AgentId agentOf(LaunchRequest request) {
    return new AgentId("bc-" + request.launch());
  }

  static Launched launched(AgentId agent, V1Wire.Agent wire, Optional<RunId> run) {
    var page =
        wire.url()
            .flatMap(CursorText::link)
            .orElseGet(() -> URI.create("https://cursor.com/agents/" + agent));
    return new Launched(agent, run, page);
  }

  static Optional<RunId> id(Optional<String> wire) {
    return wire.filter(id -> !id.isBlank()).map(RunId::new);
  }

  static RunReport report(V1Wire.Run run, Instant askedAt) {
    var status = CursorText.line(run.status().orElse(""), 64);
    var state = CursorText.state(status);
    return new RunReport(
        state,
        status,
        run.result().filter(text -> !text.isBlank()),
        run.git().map(V1Wire.Git::branches).orElse(List.of()).stream()
            .flatMap(branch -> change(branch).stream())
            .toList(),
        run.error().flatMap(V1Wire.Failure::message).map(text -> CursorText.line(text, 300)),
        run.durationMs().filter(millis -> millis >= 0).map(Duration::ofMillis),
        run.updatedAt().filter(_ -> state.terminal()).flatMap(CursorText::instant),
        askedAt);
  }

  /// An agent that exists and whose first run does not yet.
  static RunReport beforeFirstRun(Instant askedAt) {
    return new RunReport(
        RunState.CREATING,
        "",
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        askedAt);
  }

  private static Optional<RunReport.Change> change(V1Wire.Branch wire) {
    var branch = wire.branch().filter(name -> !name.isBlank());
    var pullRequest = wire.prUrl().flatMap(CursorText::link);
    return branch.isEmpty() && pullRequest.isEmpty()
        ? Optional.empty()
        : wire.repoUrl()
            .flatMap(Repository::parse)
            .map(repository -> new RunReport.Change(repository, branch, pullRequest));
  }
}
