package dev.tiller.app.cli.cursor;

import dev.tiller.core.agents.AgentId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/// A command about one agent.
abstract class AgentCommand extends SessionCommand {

  @Parameters(
      index = "0",
      paramLabel = "AGENT",
      converter = AgentArgument.class,
      description = "The agent's id, or the address of its page.")
  private @Nullable AgentId agent;

  AgentCommand(Session session) {
    super(session);
  }

  AgentId agent() {
    return Objects.requireNonNull(agent);
  }
}
