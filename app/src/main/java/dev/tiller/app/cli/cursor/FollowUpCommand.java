package dev.tiller.app.cli.cursor;

import dev.tiller.core.agents.FollowUp;
import dev.tiller.core.agents.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "follow-up", description = "Send an agent a further prompt.")
final class FollowUpCommand extends AgentCommand {

  @Parameters(
      index = "1..*",
      paramLabel = "PROMPT",
      arity = "1..*",
      description = "What to do next.")
  private @Nullable List<String> prompt;

  FollowUpCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws Exception {
    return run(cursor -> {
      var text = String.join(" ", Objects.requireNonNull(prompt));
      var accepted = cursor.agents().followUp(agent(), new FollowUp(text, Instant.now(), Set.of()));
      return Output.line(accepted.run().map(RunId::value).orElse("Sent."), accepted);
    });
  }
}
