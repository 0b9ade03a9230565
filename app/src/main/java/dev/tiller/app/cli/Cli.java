package dev.tiller.app.cli;

import dev.tiller.app.cli.cursor.CursorCommand;
import dev.tiller.app.cli.manifest.ManifestCommand;
import dev.tiller.app.config.SettingsReference;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Spec;

/// The `tiller` command.
public final class Cli {

  private final CommandLine commandLine;

  Cli(
      Programs programs,
      Map<String, String> environment,
      Keeper keeper,
      PrintWriter out,
      PrintWriter err) {
    var serve = new CommandLine(new ServeCommand(programs, environment, keeper));
    serve.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, Cli::settings);
    commandLine =
        new CommandLine(new Tiller())
            .addSubcommand(serve)
            .addSubcommand(new PlaygroundCommand(programs, keeper))
            .addSubcommand(CursorCommand.of(environment))
            .addSubcommand(ManifestCommand.of(environment))
            .addSubcommand(new DoctorCommand(environment))
            .addSubcommand(new FeedbackCommand(environment))
            .setExpandAtFiles(false)
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler(new UsageErrors())
            .setExecutionExceptionHandler(new StartErrors());
  }

  private static String settings(CommandLine.Help help) {
    return SettingsReference.plain()
        + "\nA secret can also be in a file: NAME_FILE=PATH. An address must be https, or on this machine.\n";
  }

  /// Runs a command line until the program it starts ends, and gives its exit code.
  int run(String... arguments) {
    return commandLine.execute(arguments);
  }

  @Command(
      name = "tiller",
      description = "A chat-ops bot that runs Cursor cloud agents from Slack and Microsoft Teams.",
      synopsisSubcommandLabel = "COMMAND",
      commandListHeading = "%nCommands:%n",
      footer = {"", "Each command has a --help of its own."},
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  private static final class Tiller implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
      var command = Objects.requireNonNull(spec).commandLine();
      command.usage(command.getErr());
      return CommandLine.ExitCode.USAGE;
    }
  }
}
