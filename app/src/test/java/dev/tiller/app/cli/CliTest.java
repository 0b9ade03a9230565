package dev.tiller.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.cli.Programs.Program;
import dev.tiller.app.config.Settings;
import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.playground.SlackWay;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliTest {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "SLACK_BOT_TOKEN", "xoxb-1",
          "SLACK_SIGNING_SECRET", "secret",
          "CURSOR_API_KEY", "key");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<Object> started = new ArrayList<>();
  private final List<AutoCloseable> kept = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void serveStartsTheBotWithTheSettings() {
    assertThat(run(SETTINGS, "serve")).isZero();

    assertThat(started)
        .singleElement()
        .isInstanceOfSatisfying(Settings.class, it -> assertThat(it.web().port()).isEqualTo(8080));
    assertThat(kept).hasSize(1);
  }

  @Test
  void serveReadsTheNamedFile() throws IOException {
    var file = Files.writeString(folder.resolve("other.yaml"), "TILLER_PORT: 9000");

    run(SETTINGS, "serve", "--config", file.toString());

    assertThat(started)
        .singleElement()
        .isInstanceOfSatisfying(Settings.class, it -> assertThat(it.web().port()).isEqualTo(9000));
  }

  @Test
  void badSettingsAreListedTogetherAndNothingStarts() {
    assertThat(run(Map.of("SLACK_BOT_TOKEN", "xoxb-1", "TILLER_PORT", "x"), "serve")).isEqualTo(78);

    assertThat(err.toString())
        .contains(
            "SLACK_SIGNING_SECRET is missing", "CURSOR_API_KEY is missing", "TILLER_PORT must")
        .doesNotContain("Exception");
    assertThat(started).isEmpty();
  }

  @Test
  void playgroundHasPortsOfItsOwnByDefault() {
    assertThat(run(Map.of(), "playground")).isZero();

    assertThat(started)
        .containsExactly(
            new PlaygroundOptions(
                7400,
                7401,
                7402,
                7403,
                false,
                8080,
                CursorApi.V1,
                SlackWay.HTTP,
                Optional.empty()));
  }

  @Test
  void playgroundTakesItsOptions() {
    run(
        Map.of(),
        ("playground --port 1 --cursor-port=2 --slack-port 3 --teams-port 0 --stand-ins --bot-port 4 --api v0"
                + " --slack socket --scenario a.yaml")
            .split(" "));

    assertThat(started)
        .containsExactly(
            new PlaygroundOptions(
                1, 2, 3, 0, true, 4, CursorApi.V0, SlackWay.SOCKET, Optional.of("a.yaml")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "playground --prot 1 | tiller playground: there is no option --prot. Did you mean --port?",
        "playground --standins | tiller playground: there is no option --standins. Did you mean --stand-ins?",
        "playground --colour | tiller playground: there is no option --colour.",
        "playgruond | tiller: there is no command playgruond. Did you mean playground?",
        "run | tiller: there is no command run.",
        "--verison | tiller: there is no option --verison. Did you mean --version?",
        "serve now | tiller serve: it takes no argument such as now.",
        "serve --config | tiller serve: --config needs a value.",
        "manifest teams | tiller manifest teams: it needs --organization NAME and --organization-url URL.",
        "manifest teams --organization A | tiller manifest teams: it needs --organization-url URL.",
      })
  void aWrongWordIsAnsweredWithTheNearestRightOne(String arguments, String line) {
    assertThat(run(SETTINGS, arguments.split(" "))).isEqualTo(2);

    assertThat(err.toString().lines()).hasSize(2).first().isEqualTo(line);
    assertThat(started).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--port x, must be a number from 0 to 65535",
    "--slack-port 65536, must be a number from 0 to 65535",
    "--bot-port 0, must be a number from 1 to 65535",
    "--api v2, must be v1 or v0",
    "--slack carrier-pigeon, must be http or socket",
    "--port, --port needs a value",
  })
  void aWrongValueIsExplainedInTwoLines(String option, String text) {
    assertThat(run(Map.of(), ("playground " + option).split(" "))).isEqualTo(2);

    assertThat(err.toString().lines()).hasSize(2).first().asString().contains(text);
  }

  @Test
  void withoutACommandTheHelpIsShown() {
    assertThat(run(Map.of())).isEqualTo(2);

    assertThat(err.toString()).contains("serve", "playground");
  }

  @Test
  void helpNamesCommandsOptionsAndSettings() {
    assertThat(run(Map.of(), "--help")).isZero();
    assertThat(run(Map.of(), "playground", "--help")).isZero();
    assertThat(run(Map.of(), "serve", "--help")).isZero();

    assertThat(out.toString())
        .contains("serve", "playground", "--stand-ins", "--cursor-port", "(7401)")
        .contains("CURSOR_API_KEY", "TILLER_PORT = 8080");
  }

  @Test
  void versionIsOneLine() {
    assertThat(run(Map.of(), "--version")).isZero();

    assertThat(out.toString().lines()).singleElement().asString().startsWith("tiller ");
  }

  @Test
  void aPortThatIsTakenIsExplainedInOneLine() {
    var code =
        run(
            SETTINGS,
            _ -> {
              throw new BindException("cannot listen on 127.0.0.1:8080: the port is in use");
            },
            "serve");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly("tiller serve: cannot listen on 127.0.0.1:8080: the port is in use");
  }

  @Test
  void anUnforeseenFailureShowsNoStackTraceToThePerson() {
    var code =
        run(
            SETTINGS,
            _ -> {
              throw new IllegalStateException("inner detail");
            },
            "serve");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("did not start").doesNotContain("inner detail", "\tat ");
  }

  private int run(Map<String, String> environment, String... arguments) {
    return run(environment, this::start, arguments);
  }

  private int run(Map<String, String> environment, Program<Settings> serve, String... arguments) {
    var programs = new Programs(serve, this::start);
    return new Cli(
            programs,
            environment,
            kept::add,
            new PrintWriter(out, true),
            new PrintWriter(err, true))
        .run(arguments);
  }

  private AutoCloseable start(Object settings) {
    started.add(settings);
    return () -> {};
  }
}
