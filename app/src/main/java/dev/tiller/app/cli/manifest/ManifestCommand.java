package dev.tiller.app.cli.manifest;

import dev.tiller.app.cli.ConfigFile;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Writes what makes the bot known to a platform.
@Command(
    name = "manifest",
    description = "Write what you upload so that Slack or Microsoft Teams knows the bot.",
    synopsisSubcommandLabel = "slack|teams",
    mixinStandardHelpOptions = true)
public final class ManifestCommand implements Callable<Integer> {

  @Mixin private final ConfigFile config = new ConfigFile();

  @Spec private @Nullable CommandSpec spec;

  private ManifestCommand() {}

  /// The command with its platforms.
  ///
  /// @param environment where settings may stand already
  public static CommandLine of(Map<String, String> environment) {
    var command = new ManifestCommand();
    return new CommandLine(command)
        .addSubcommand(new SlackCommand(environment, command.config))
        .addSubcommand(new TeamsCommand(environment, command.config));
  }

  @Override
  public Integer call() {
    var command = Objects.requireNonNull(spec).commandLine();
    command.usage(command.getErr());
    return CommandLine.ExitCode.USAGE;
  }
}
