package dev.tiller.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.config.Settings;
import dev.tiller.app.standin.cursor.Operation;
import dev.tiller.slack.SocketState;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartUpSummaryTest extends InClinic {

  private static List<String> lines(Settings settings) throws InterruptedException {
    var lines = new ArrayList<String>();
    StartUpSummary.of(
        settings,
        8080,
        Optional.empty(),
        Clinic.PATIENCE,
        it -> lines.add(StartUpSummary.sentence(it)));
    return lines;
  }

  @Test
  void itTellsWhatIsConnected() throws Exception {
    var settings = clinic.settings();

    assertThat(lines(settings))
        .containsExactly(
            "Server: listening on 127.0.0.1:8080",
            "Public URL: " + settings.web().publicUrl().orElseThrow(),
            "Database: H2 file " + folder.resolve("tiller.mv.db"),
            "Slack app: @tiller in the workspace Acme (T0ACME)",
            "Slack scopes: the %d of the manifest".formatted(SlackScopes.wanted().size()),
            "Teams login: app %s in the tenant %s"
                .formatted(
                    settings.teams().orElseThrow().appId(),
                    settings.teams().orElseThrow().tenantId()),
            "Cursor: the key “Acme bot”");
  }

  @Test
  void itTellsWhatIsNotConnectedAndWhy() throws Exception {
    var settings =
        clinic.settings(
            "SLACK_BOT_TOKEN", "xoxb-revoked",
            "TEAMS_APP_ID", "",
            "TEAMS_APP_PASSWORD", "",
            "TEAMS_TENANT_ID", "",
            "CURSOR_API_URL", "http://127.0.0.1:" + Clinic.freePort(),
            "TILLER_DATABASE_URL", "jdbc:postgresql://db.example/tiller?sslmode=require");

    assertThat(lines(settings))
        .contains(
            "Database: jdbc:postgresql://db.example/tiller",
            "Teams login: not set up; it wants TEAMS_APP_ID, TEAMS_APP_PASSWORD and"
                + " TEAMS_TENANT_ID",
            "Slack app: Slack says invalid_auth. Copy the Bot User OAuth Token anew from the Slack"
                + " app, OAuth & Permissions, into SLACK_BOT_TOKEN.")
        .anySatisfy(it -> assertThat(it).startsWith("Cursor: ").contains("takes no connection"))
        .noneSatisfy(it -> assertThat(it).contains("xoxb-revoked"));
  }

  @Test
  void itTellsHowTheBotHearsFromSlack() throws Exception {
    var states =
        new ArrayDeque<SocketState>(
            List.of(
                new SocketState.Trying(Instant.EPOCH, ""),
                new SocketState.Connected(Instant.EPOCH)));
    var lines = new ArrayList<String>();

    StartUpSummary.of(
        clinic.settings("SLACK_APP_TOKEN", "xapp-stand-in"),
        1,
        Optional.of(states::poll),
        Clinic.PATIENCE,
        it -> lines.add(StartUpSummary.sentence(it)));

    assertThat(lines).contains("Socket Mode: connected");
  }

  @Test
  void aSentenceHasOneFullStop() {
    var why = "Slack cannot be reached (not_reachable).";
    var finding = Finding.of(Check.SLACK_SOCKET, Symptom.SLACK_SOCKET_DOWN, why);

    assertThat(StartUpSummary.sentence(finding)).contains(why + " Run ");
  }

  @Test
  void itAsksEachServiceOnce() throws Exception {
    var _ = lines(clinic.settings());

    assertThat(clinic.services().slack().calls().of("auth.test")).hasSize(1);
    assertThat(clinic.services().teams().calls().of("token")).hasSize(1);
    assertThat(clinic.services().cursor().calls(Operation.ME)).isEqualTo(1);
  }

  @Test
  void aServiceThatDoesNotAnswerIsNotWaitedForLong() throws Exception {
    var patience =
        new Patience(
            Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofMillis(500), Duration.ZERO);
    var lines = new ArrayList<String>();
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var url = "http://127.0.0.1:" + silent.getLocalPort();
      StartUpSummary.of(
          clinic.settings("CURSOR_API_URL", url),
          1,
          Optional.empty(),
          patience,
          it -> lines.add(StartUpSummary.sentence(it)));
    }

    assertThat(lines).last().asString().startsWith("Cursor: did not come to an end in time");
  }
}
