package dev.tiller.app.cli.cursor;

import dev.tiller.core.agents.AgentRecord;
import dev.tiller.core.agents.AgentRecord.Standing;
import dev.tiller.core.agents.CloudService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "agents",
    aliases = "list",
    description = "List the account's agents, newest first.")
final class AgentsCommand extends SessionCommand {

  private static final int PAGE = 100;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many at most (${DEFAULT-VALUE}).")
  private int limit;

  AgentsCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws Exception {
    return run(cursor -> {
      var agents = agents(cursor);
      var table = Table.of("ID", "STATE", "CREATED", "NAME");
      agents.forEach(it ->
          table.row(
              it.id().value(),
              state(it),
              it.createdAt().map(String::valueOf).orElse("-"),
              it.name().orElse("-")));
      var lines = agents.isEmpty() ? List.of("There are no agents.") : table.lines();
      return new Output(lines, Map.of("items", agents));
    });
  }

  private List<AgentRecord> agents(CloudService cursor) {
    var agents = new ArrayList<AgentRecord>();
    var next = Optional.<String>empty();
    do {
      int wanted = Math.clamp((long) limit - agents.size(), 1, PAGE);
      var page = cursor.records().list(wanted, next);
      agents.addAll(page.items());
      next = page.next();
      if (page.items().isEmpty()) {
        break;
      }
    } while (next.isPresent() && agents.size() < limit);
    return agents;
  }

  static String state(AgentRecord agent) {
    return agent.standing() == Standing.UNRECOGNIZED
        ? agent.status()
        : agent.standing().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
