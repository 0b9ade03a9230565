package dev.tiller.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.playground.Ports;
import dev.tiller.app.playground.StandIns;
import dev.tiller.app.standin.cursor.Options;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void whereAllIsWellItSaysSoAndEndsWithZero() throws IOException {
    try (var services = new StandIns(Ports.ANY, Options.playground())) {
      assertThat(run(environment(services), "doctor")).isZero();
    }

    assertThat(out.toString())
        .contains("Slack app        ok       @tiller in the workspace Acme")
        .endsWith("All is well.\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whereSomethingIsWrongItEndsWithOne() throws IOException {
    try (var services = new StandIns(Ports.ANY, Options.playground())) {
      var environment = environment(services);
      environment.put("TEAMS_APP_PASSWORD", "wrong");

      assertThat(run(environment, "doctor", "--json")).isEqualTo(1);
    }
    var json = new ObjectMapper().readTree(out.toString());

    assertThat(json.path("healthy").asBoolean(true)).isFalse();
    assertThat(json.path("findings").findValuesAsText("symptom"))
        .contains("teams-password-refused");
  }

  @Test
  void settingsThatCannotBeUsedAreAllListed() {
    assertThat(run(Map.of("SLACK_BOT_TOKEN", "xoxb-1", "TILLER_PORT", "x"), "doctor"))
        .isEqualTo(78);

    assertThat(out.toString())
        .contains(
            "SLACK_SIGNING_SECRET is missing", "CURSOR_API_KEY is missing", "TILLER_PORT must")
        .contains("3 things to mend.");
  }

  private Map<String, String> environment(StandIns services) throws IOException {
    var environment = new HashMap<>(services.settings(CursorApi.V1));
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      environment.put("TILLER_PORT", String.valueOf(socket.getLocalPort()));
      environment.put("TILLER_PUBLIC_URL", "http://127.0.0.1:" + socket.getLocalPort());
    }
    environment.put("TILLER_DATABASE_URL", "jdbc:h2:" + folder.resolve("tiller"));
    return environment;
  }

  private int run(Map<String, String> environment, String... arguments) {
    var programs = new Programs(_ -> () -> {}, _ -> () -> {});
    return new Cli(
            programs, environment, _ -> {}, new PrintWriter(out, true), new PrintWriter(err, true))
        .run(arguments);
  }
}
