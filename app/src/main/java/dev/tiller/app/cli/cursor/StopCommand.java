package dev.tiller.app.cli.cursor;

import dev.tiller.core.agents.RunId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "stop", description = "Stop an agent's run. The agent itself stays.")
final class StopCommand extends AgentCommand {

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RUN",
      description = "Its run; without it, the latest.")
  private @Nullable String run;

  StopCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws Exception {
    return run(cursor -> {
      cursor.agents().cancel(agent(), Optional.ofNullable(run).map(RunId::new));
      return Output.line("Stopping.", Map.of("id", agent().value()));
    });
  }
}
