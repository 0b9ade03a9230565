package dev.tiller.app.cli;

import dev.tiller.app.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description = "Run the bot for Slack and Microsoft Teams.",
    footerHeading = "%nSettings, from the environment or the file:%n",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {

  private static final Logger log = LoggerFactory.getLogger(ServeCommand.class);
  private static final Path USUAL_FILE = Path.of("tiller.yaml");

  private final Programs programs;
  private final Map<String, String> environment;
  private final Keeper keeper;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The settings file. Without it, tiller.yaml in this folder if it is there.")
  private @Nullable Path config;

  ServeCommand(Programs programs, Map<String, String> environment, Keeper keeper) {
    this.programs = programs;
    this.environment = environment;
    this.keeper = keeper;
  }

  @Override
  public Integer call() throws Exception {
    var settings = Settings.load(environment, file());
    LogLevels.set(settings.logLevel());
    settings.notices().forEach(log::warn);
    keeper.keep(programs.serve().start(settings));
    return 0;
  }

  private Optional<Path> file() {
    return Optional.ofNullable(config).or(() -> Optional.of(USUAL_FILE).filter(Files::exists));
  }
}
