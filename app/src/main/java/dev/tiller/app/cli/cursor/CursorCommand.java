package dev.tiller.app.cli.cursor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `tiller cursor`: what an operator does with Cursor's API at night.
@Command(
    name = "cursor",
    description = "Look at Cursor's agents and steer them, with the bot's own settings and client.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "It needs CURSOR_API_KEY, and uses CURSOR_API and CURSOR_API_URL if they are set.",
      "Exit codes: 0 done, 1 refused or failed, 2 wrong usage, 75 not now: try again."
    },
    mixinStandardHelpOptions = true)
public final class CursorCommand implements Callable<Integer> {

  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private final Session session;

  @Spec private @Nullable CommandSpec spec;

  private CursorCommand(Session session) {
    this.session = session;
  }

  /// The command with all that is below it.
  public static CommandLine of(Map<String, String> environment) {
    var session = new Session(environment);
    var line = new CommandLine(new CursorCommand(session));
    List.of(
            new AccountCommands.Me(session),
            new AccountCommands.Models(session),
            new AccountCommands.Repositories(session),
            new AgentsCommand(session),
            new ShowCommand(session),
            new ConversationCommand(session),
            new LaunchCommand(session),
            new FollowUpCommand(session),
            new StopCommand(session),
            new WatchCommand(session),
            new ArtifactsCommand(session),
            new UsageCommand(session),
            new TidyCommands.Archive(session),
            new TidyCommands.Unarchive(session),
            new TidyCommands.Delete(session))
        .forEach(line::addSubcommand);
    return line;
  }

  @Override
  public Integer call() {
    var command = Objects.requireNonNull(spec).commandLine();
    command.usage(command.getErr());
    return CommandLine.ExitCode.USAGE;
  }
}
