package dev.tiller.app.cli.manifest;

import dev.tiller.app.cli.ConfigFile;
import dev.tiller.app.cli.StartFailure;
import dev.tiller.app.config.BadSettings;
import dev.tiller.app.config.ManifestDefaults;
import dev.tiller.manifests.BadManifest;
import dev.tiller.manifests.TeamsPackage;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "teams",
    description = "Write the app package that you upload to Microsoft Teams.",
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class TeamsCommand implements Callable<Integer> {

  private final Map<String, String> environment;
  private final ConfigFile config;

  @Mixin private final NameOption name = new NameOption();

  @Option(
      names = "--app-id",
      paramLabel = "ID",
      description = "The bot's Microsoft app id. Without it, the setting TEAMS_APP_ID.")
  private Optional<String> appId = Optional.empty();

  @Option(
      names = "--organization",
      paramLabel = "NAME",
      required = true,
      description = "Who runs the bot, at most 32 characters.")
  private String organization = "";

  @Option(
      names = "--organization-url",
      paramLabel = "URL",
      required = true,
      description =
          "A page about it, https; Teams shows it as website, privacy statement and terms.")
  private String organizationUrl = "";

  @Option(
      names = "--package-version",
      paramLabel = "VERSION",
      description = "Teams takes a changed package only with a higher one, such as 1.0.1.")
  private Optional<String> version = Optional.empty();

  @Mixin private final Target target = new Target();

  @Spec private @Nullable CommandSpec spec;

  TeamsCommand(Map<String, String> environment, ConfigFile config) {
    this.environment = environment;
    this.config = config;
  }

  @Override
  public Integer call() throws BadSettings, StartFailure {
    var command = Objects.requireNonNull(spec).commandLine();
    try {
      var known = ManifestDefaults.load(environment, config.path());
      var its = name.name();
      var file = target.write("tiller-teams.zip", filled(known).zip());
      NextSteps.teams(file, its, known.publicUrl()).forEach(command.getOut()::println);
      return 0;
    } catch (BadManifest e) {
      throw new ParameterException(command, e.getMessage(), e);
    }
  }

  private TeamsPackage filled(ManifestDefaults known) throws BadManifest {
    var id =
        appId
            .or(known::teamsAppId)
            .orElseThrow(() ->
                new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "say which bot it is: --app-id with the bot's Microsoft app id, or the setting"
                        + " TEAMS_APP_ID."));
    var runBy = new TeamsPackage.Organization(organization, organizationUrl);
    var filled = TeamsPackage.of(name.name(), id, runBy);
    return version.isPresent() ? filled.version(version.get()) : filled;
  }
}
