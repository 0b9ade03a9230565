package dev.tiller.app.cli.cursor;

import dev.tiller.core.agents.CloudAgents;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.CloudService;
import dev.tiller.core.agents.RunEvent;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.agents.RunReport;
import dev.tiller.core.agents.RunState;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

@Command(
    name = "watch",
    description = "Follow an agent's run until it ends. Exit code 0 when it finished, 1 when not.")
final class WatchCommand extends AgentCommand {

  private static final Duration PAUSE = Duration.ofSeconds(3);

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RUN",
      description = "Its run; without it, the latest.")
  private @Nullable String run;

  private Optional<String> cursor = Optional.empty();

  WatchCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws Exception {
    return session().call(spec(), this::watch);
  }

  private int watch(CloudService service) {
    var id = Optional.ofNullable(run).map(RunId::new).or(() -> latest(service));
    var out = spec().commandLine().getOut();
    while (true) {
      follow(service.agents(), id, out);
      var report = service.agents().look(agent(), id);
      if (report.state().terminal()) {
        return end(report, out);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private Optional<RunId> latest(CloudService service) {
    return service.records().get(agent()).latestRun();
  }

  /// A stream that breaks is no end: looking tells.
  private void follow(CloudAgents agents, Optional<RunId> id, PrintWriter out) {
    if (agents.abilities().runs() && id.isPresent()) {
      try {
        agents.stream(agent(), id.get(), cursor, event -> heard(event, out));
      } catch (CloudAgentsException _) {
        spec().commandLine().getErr().println("The stream broke; looking again.");
      }
    }
  }

  private void heard(RunEvent event, PrintWriter out) {
    event.cursor().ifPresent(its -> cursor = Optional.of(its));
    switch (event) {
      case RunEvent.Step(var text, _) -> say("step", text, out);
      case RunEvent.Status(var state, _) -> say("status", state.name(), out);
      case RunEvent.Said _,
          RunEvent.MayHaveEnded _,
          RunEvent.Heartbeat _,
          RunEvent.Unrecognized _ -> {}
    }
  }

  private void say(String kind, String text, PrintWriter out) {
    new Output(List.of(text), Map.of(kind, text)).print(out, session().json());
  }

  private int end(RunReport report, PrintWriter out) {
    var lines = new ArrayList<String>();
    lines.add("Ended: " + report.status());
    report.changes().forEach(change -> lines.add(ShowCommand.pushed(change)));
    report.failure().ifPresent(lines::add);
    report.summary().ifPresent(lines::add);
    new Output(lines, report).print(out, session().json());
    return report.state() == RunState.FINISHED ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
