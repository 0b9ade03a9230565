package dev.tiller.app.cli.cursor;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/// Putting agents away.
final class TidyCommands {

  private TidyCommands() {}

  @Command(
      name = "archive",
      description = "Put an agent away. It takes no follow-ups until it is brought back.")
  static final class Archive extends AgentCommand {
    Archive(Session session) {
      super(session);
    }

    @Override
    public Integer call() throws Exception {
      return run(cursor -> {
        cursor.records().archive(agent());
        return Output.line("Archived.", Map.of("id", agent().value()));
      });
    }
  }

  @Command(name = "unarchive", description = "Bring an archived agent back.")
  static final class Unarchive extends AgentCommand {
    Unarchive(Session session) {
      super(session);
    }

    @Override
    public Integer call() throws Exception {
      return run(cursor -> {
        cursor.records().unarchive(agent());
        return Output.line("Brought back.", Map.of("id", agent().value()));
      });
    }
  }

  @Command(
      name = "delete",
      description =
          "Delete an agent and its conversation for good. Branches and pull requests stay.")
  static final class Delete extends AgentCommand {

    @Option(names = "--yes", description = "Really. Nothing is deleted without it.")
    private boolean sure;

    Delete(Session session) {
      super(session);
    }

    @Override
    public Integer call() throws Exception {
      if (!sure) {
        spec()
            .commandLine()
            .getErr()
            .println("This cannot be undone. Say --yes to delete " + agent() + ".");
        return ExitCode.USAGE;
      }
      return run(cursor -> {
        cursor.records().delete(agent());
        return Output.line("Deleted.", Map.of("id", agent().value()));
      });
    }
  }
}
