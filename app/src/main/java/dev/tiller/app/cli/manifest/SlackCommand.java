package dev.tiller.app.cli.manifest;

import dev.tiller.app.cli.ConfigFile;
import dev.tiller.app.cli.StartFailure;
import dev.tiller.app.config.BadSettings;
import dev.tiller.app.config.ManifestDefaults;
import dev.tiller.manifests.AppName;
import dev.tiller.manifests.BadManifest;
import dev.tiller.manifests.SlackManifest;
import java.nio.charset.StandardCharsets;
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
    name = "slack",
    description = "Write the app manifest that you paste at api.slack.com/apps.",
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class SlackCommand implements Callable<Integer> {

  private final Map<String, String> environment;
  private final ConfigFile config;

  @Mixin private final NameOption name = new NameOption();

  @Option(
      names = "--socket",
      description =
          "For Socket Mode: the bot fetches its events, and the internet need not reach the server."
              + " The default where SLACK_APP_TOKEN is set and --url is not given.")
  private boolean socket;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "For HTTP: the https address under which the internet reaches the server. Without it, the"
              + " setting TILLER_PUBLIC_URL.")
  private Optional<String> url = Optional.empty();

  @Option(names = "--json", description = "Write JSON instead of YAML, without the comments.")
  private boolean json;

  @Mixin private final Target target = new Target();

  @Spec private @Nullable CommandSpec spec;

  SlackCommand(Map<String, String> environment, ConfigFile config) {
    this.environment = environment;
    this.config = config;
  }

  @Override
  public Integer call() throws BadSettings, StartFailure {
    var command = Objects.requireNonNull(spec).commandLine();
    if (socket && url.isPresent()) {
      throw new ParameterException(
          command,
          "choose one: --socket, where Slack needs no address, or --url, where it calls the"
              + " server.");
    }
    try {
      var known = ManifestDefaults.load(environment, config.path());
      boolean fetches = socket || (url.isEmpty() && known.socketMode());
      var its = name.name();
      var manifest = fetches ? SlackManifest.socket(its) : http(its, known);
      var file =
          target.write(
              json ? "tiller-slack.json" : "tiller-slack.yaml",
              (json ? manifest.json() : manifest.yaml()).getBytes(StandardCharsets.UTF_8));
      NextSteps.slack(file, its, fetches).forEach(command.getOut()::println);
      return 0;
    } catch (BadManifest e) {
      throw new ParameterException(command, e.getMessage(), e);
    }
  }

  private SlackManifest http(AppName its, ManifestDefaults known) throws BadManifest {
    var address =
        url.or(known::publicUrl)
            .orElseThrow(() ->
                new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "say how Slack reaches the bot: --socket (nothing to open), or --url with the"
                        + " https address of the server."));
    return SlackManifest.http(its, address);
  }
}
