package dev.tiller.app.cli.cursor;

import dev.tiller.core.agents.Usage;
import dev.tiller.core.agents.Usage.Cost;
import dev.tiller.core.agents.Usage.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(name = "usage", description = "Show what an agent has used, by run.")
final class UsageCommand extends AgentCommand {

  UsageCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws Exception {
    return run(cursor -> {
      var usage = cursor.records().usage(agent());
      return new Output(lines(usage), usage);
    });
  }

  private static List<String> lines(Usage usage) {
    var table = Table.of("RUN", "INPUT", "OUTPUT", "CACHE READ", "CACHE WRITE", "TOTAL", "CHARGED");
    usage.runs().forEach(it -> row(table, it.run().value(), it.tokens(), it.cost()));
    row(table, "all", usage.total(), usage.cost());
    return table.lines();
  }

  private static void row(Table table, String name, Tokens tokens, Optional<Cost> cost) {
    table.row(
        name,
        String.valueOf(tokens.input()),
        String.valueOf(tokens.output()),
        String.valueOf(tokens.cacheRead()),
        String.valueOf(tokens.cacheWrite()),
        String.valueOf(tokens.total()),
        cost.map(it -> String.format(Locale.ROOT, "$%.2f", it.charged() / 100)).orElse("-"));
  }
}
