package dev.tiller.app.cli.cursor;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.AgentRecord;
import dev.tiller.core.agents.CloudService;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.agents.RunRecord;
import dev.tiller.core.agents.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

@Command(name = "show", description = "Show an agent, its latest run and what it has pushed.")
final class ShowCommand extends AgentCommand {

  ShowCommand(Session session) {
    super(session);
  }

  /// All that is known of an agent.
  record Shown(AgentRecord agent, RunReport latest, List<RunRecord> runs) {}

  @Override
  public Integer call() throws Exception {
    return run(cursor -> {
      var shown = shown(cursor, agent());
      return new Output(lines(shown), shown);
    });
  }

  private static Shown shown(CloudService cursor, AgentId id) {
    var record = cursor.records().get(id);
    var latest = cursor.agents().look(id, Optional.<RunId>empty());
    return new Shown(record, latest, cursor.records().runs(id, 20, Optional.empty()).items());
  }

  private static List<String> lines(Shown shown) {
    var agent = shown.agent();
    var latest = shown.latest();
    var lines =
        new ArrayList<>(
            Table.facts(
                "Agent", agent.id().value(),
                "Name", agent.name().orElse(""),
                "State", AgentsCommand.state(agent),
                "Latest run", latest.status(),
                "Took", latest.took().map(took -> took.toSeconds() + " s").orElse(""),
                "Repositories", repositories(agent),
                "Created", agent.createdAt().map(String::valueOf).orElse(""),
                "Page", agent.page().toString(),
                "Failure", latest.failure().orElse("")));
    latest.changes().forEach(change -> lines.add(pushed(change)));
    latest.summary().ifPresent(summary -> lines.addAll(List.of("", summary)));
    if (!shown.runs().isEmpty()) {
      var table = Table.of("RUN", "STATUS", "CREATED");
      shown
          .runs()
          .forEach(run ->
              table.row(
                  run.id().value(),
                  run.status(),
                  run.createdAt().map(String::valueOf).orElse("-")));
      lines.add("");
      lines.addAll(table.lines());
    }
    return lines;
  }

  private static String repositories(AgentRecord agent) {
    return agent.repositories().stream().map(Repository::display).collect(Collectors.joining(", "));
  }

  static String pushed(RunReport.Change change) {
    return "Pushed to %s%s%s"
        .formatted(
            change.repository().display(),
            change.branch().map(branch -> ", branch " + branch).orElse(""),
            change.pullRequest().map(link -> ", pull request " + link).orElse(""));
  }
}
