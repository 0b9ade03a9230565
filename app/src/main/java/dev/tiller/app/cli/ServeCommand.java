package dev.tiller.app.cli;

import dev.tiller.app.Build;
import dev.tiller.app.config.Settings;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "serve",
    description = "Run the bot for Slack and Microsoft Teams.",
    footerHeading = "%nSettings, from the environment or the file:%n",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {

  private static final Logger log = LoggerFactory.getLogger(ServeCommand.class);

  private final Programs programs;
  private final Map<String, String> environment;
  private final Keeper keeper;

  @Mixin private final ConfigFile config = new ConfigFile();

  ServeCommand(Programs programs, Map<String, String> environment, Keeper keeper) {
    this.programs = programs;
    this.environment = environment;
    this.keeper = keeper;
  }

  @Override
  public Integer call() throws Exception {
    var settings = Settings.load(environment, config.path());
    LogLevels.set(settings.logLevel());
    LogFormats.set(settings.logFormat());
    var build = Build.current();
    log.atInfo()
        .addKeyValue("version", build.version())
        .addKeyValue("commit", build.commit().orElse("unknown"))
        .addKeyValue("java", build.java())
        .log("Tiller starts");
    settings.notices().forEach(log::warn);
    keeper.keep(programs.serve().start(settings));
    return 0;
  }
}
