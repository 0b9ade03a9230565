package dev.tiller.app.cli;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.playground.SlackWay;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "playground",
    description =
        "Try the bot on this machine: the real bot against stand-ins for Slack, Teams and Cursor,"
            + " on one web page. Needs no account.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class PlaygroundCommand implements Callable<Integer> {

  private final Programs programs;
  private final Keeper keeper;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = Port.class,
      defaultValue = "7400",
      description = "The page's port (${DEFAULT-VALUE}); 0 takes any free one, here and below.")
  private int port;

  @Option(
      names = "--cursor-port",
      paramLabel = "PORT",
      converter = Port.class,
      defaultValue = "7401",
      description = "The port of the stand-in for Cursor (${DEFAULT-VALUE}).")
  private int cursorPort;

  @Option(
      names = "--slack-port",
      paramLabel = "PORT",
      converter = Port.class,
      defaultValue = "7402",
      description = "The port of the stand-in for Slack (${DEFAULT-VALUE}).")
  private int slackPort;

  @Option(
      names = "--teams-port",
      paramLabel = "PORT",
      converter = Port.class,
      defaultValue = "7403",
      description = "The port of the stand-in for Teams (${DEFAULT-VALUE}).")
  private int teamsPort;

  @Option(
      names = "--stand-ins",
      description =
          "Start the page and the stand-ins without a bot, and say with which settings another"
              + " program talks to them.")
  private boolean standIns;

  @Option(
      names = "--bot-port",
      paramLabel = "PORT",
      converter = FixedPort.class,
      defaultValue = "8080",
      description = "With --stand-ins: the port on which they call your bot (${DEFAULT-VALUE}).")
  private int botPort;

  @Option(
      names = "--api",
      paramLabel = "v1|v0",
      converter = Api.class,
      defaultValue = "v1",
      description = "The version of Cursor's API that the bot speaks (${DEFAULT-VALUE}).")
  private CursorApi api = CursorApi.V1;

  @Option(
      names = "--slack",
      paramLabel = "http|socket",
      converter = Way.class,
      defaultValue = "http",
      description =
          "How Slack reaches the bot: by HTTP, or through a socket that the bot opens"
              + " (${DEFAULT-VALUE}).")
  private SlackWay slack = SlackWay.HTTP;

  @Option(
      names = "--scenario",
      paramLabel = "FILE|NAME",
      description =
          "What goes wrong at the stand-in for Cursor: a YAML file, or one of cursor-is-down,"
              + " lost-launch-answer, slow-launches, rate-limited, cut-streams, lost-webhooks.")
  private Optional<String> scenario = Optional.empty();

  PlaygroundCommand(Programs programs, Keeper keeper) {
    this.programs = programs;
    this.keeper = keeper;
  }

  @Override
  public Integer call() throws Exception {
    var options =
        new PlaygroundOptions(
            port, cursorPort, slackPort, teamsPort, standIns, botPort, api, slack, scenario);
    keeper.keep(programs.playground().start(options));
    return 0;
  }

  private static final class Port implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65535) {
        throw new TypeConversionException("must be a number from 0 to 65535, not " + value);
      }
      return Integer.valueOf(value);
    }
  }

  /// A port that somebody else is to listen on, so not any free one.
  private static final class FixedPort implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      if (value.equals("0")) {
        throw new TypeConversionException("must be a number from 1 to 65535, not 0");
      }
      return new Port().convert(value);
    }
  }

  private static final class Api implements ITypeConverter<CursorApi> {
    @Override
    public CursorApi convert(String value) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "v1" -> CursorApi.V1;
        case "v0" -> CursorApi.V0;
        default -> throw new TypeConversionException("must be v1 or v0, not " + value);
      };
    }
  }

  private static final class Way implements ITypeConverter<SlackWay> {
    @Override
    public SlackWay convert(String value) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "http" -> SlackWay.HTTP;
        case "socket" -> SlackWay.SOCKET;
        default -> throw new TypeConversionException("must be http or socket, not " + value);
      };
    }
  }
}
