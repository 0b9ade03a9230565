package dev.tiller.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.RunningBot;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DoctorTest extends InClinic {

  @Test
  void whereAllIsWellEverythingIsGreenAndNothingIsLeftBehind() throws Exception {
    var report = clinic.examined(clinic.settings("TILLER_SECRET_KEY", ""));

    assertThat(report.healthy()).isTrue();
    assertThat(report.findings()).extracting(Finding::status).containsOnly(Status.OK);
    var unseen = EnumSet.of(Check.NETWORK, Check.SLACK_SOCKET);
    assertThat(report.findings())
        .extracting(Finding::check)
        .containsExactlyElementsOf(EnumSet.complementOf(unseen));
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aPublicAddressThatNeverAnswersIsToldOfEachWayIn() throws Exception {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var settings =
          clinic.settings("TILLER_PUBLIC_URL", "http://127.0.0.1:" + silent.getLocalPort());
      var hasty =
          new Patience(
              Duration.ofSeconds(2),
              Duration.ofSeconds(1),
              Duration.ofMillis(2500),
              Duration.ofSeconds(1));

      assertThat(clinic.inbound(settings, hasty))
          .filteredOn(it -> it.symptom().equals(Optional.of(Symptom.NO_ANSWER)))
          .extracting(Finding::check)
          .contains(Check.SLACK_INBOUND, Check.TEAMS_INBOUND, Check.CURSOR_INBOUND);
    }
  }

  @Test
  void aRunningBotIsFoundOnAllItsWaysIn() throws Exception {
    var settings = clinic.settings();

    try (var _ = RunningBot.start(settings, UnaryOperator.identity())) {
      var report = clinic.examined(settings);

      assertThat(report.findings())
          .allSatisfy(it -> assertThat(it.status()).isEqualTo(Status.OK))
          .extracting(Finding::said)
          .contains("the bot runs and is ready")
          .filteredOn(it -> it.endsWith("leads to this bot"))
          .hasSize(3);
    }
  }

  @Test
  void aBotWithOtherKeysIsSomebodyElse() throws Exception {
    var settings = clinic.settings();
    var other = "another key of more than 32 characters";
    var port = String.valueOf(settings.web().port());

    try (var _ =
        RunningBot.start(
            clinic.settings("TILLER_PORT", port, "TILLER_SECRET_KEY", other),
            UnaryOperator.identity())) {
      assertThat(clinic.examined(settings).findings())
          .extracting(it -> it.symptom().orElse(Symptom.CHECK_BROKE))
          .contains(Symptom.PORT_TAKEN, Symptom.INBOUND_ELSEWHERE);
    }
  }

  /// As when doctor runs in another folder, or in a container of its own.
  @Test
  void withoutTheBotsKeyFileNobodyIsToldToStopTheBot() throws Exception {
    var settings = clinic.settings("TILLER_SECRET_KEY", "");
    var port = String.valueOf(settings.web().port());

    try (var _ = RunningBot.start(clinic.settings("TILLER_PORT", port), UnaryOperator.identity())) {
      var elsewhere = "jdbc:h2:" + folder.resolve("elsewhere/tiller");
      var report =
          clinic.examined(
              clinic.settings(
                  "TILLER_PORT",
                  port,
                  "TILLER_PUBLIC_URL",
                  "http://127.0.0.1:" + port,
                  "TILLER_SECRET_KEY",
                  "",
                  "TILLER_DATABASE_URL",
                  elsewhere));

      assertThat(report.healthy()).isTrue();
      assertThat(report.findings())
          .filteredOn(it -> it.status() != Status.OK)
          .extracting(it -> it.symptom().orElseThrow())
          .containsExactly(
              Symptom.SERVER_UNTOLD,
              Symptom.INBOUND_UNTOLD,
              Symptom.INBOUND_UNTOLD,
              Symptom.INBOUND_UNTOLD);
      assertThat(report.findings())
          .extracting(Finding::said)
          .anyMatch(it -> it.endsWith(folder.resolve("elsewhere/tiller.key") + " is not here"));
      assertThat(folder.resolve("elsewhere")).doesNotExist();
    }
  }

  @Test
  void whatIsNoTillerIsTakenForTheBotByNobody() throws Exception {
    var port = String.valueOf(clinic.services().cursor().url().getPort());
    var settings = clinic.settings("TILLER_SECRET_KEY", "", "TILLER_PORT", port);

    assertThat(clinic.examined(settings).findings())
        .extracting(it -> it.symptom().orElse(Symptom.CHECK_BROKE))
        .contains(Symptom.PORT_TAKEN);
  }

  @Test
  void withSocketModeAndV1NobodyHasToCall() throws Exception {
    var report =
        clinic.examined(
            clinic.settings(
                "SLACK_SIGNING_SECRET", "",
                "SLACK_APP_TOKEN", "xapp-stand-in",
                "TEAMS_APP_ID", "",
                "TEAMS_APP_PASSWORD", "",
                "TEAMS_TENANT_ID", "",
                "TILLER_PUBLIC_URL", "",
                "CURSOR_API", "v1"));

    assertThat(report.findings())
        .filteredOn(it -> it.status() != Status.OK)
        .extracting(Finding::said)
        .containsExactly(
            "not in use: events come by Socket Mode", "not in use: v1 has no webhooks");
    assertThat(report.findings())
        .extracting(Finding::said)
        .contains("Slack opens sockets, and their host answers", "not needed: nobody has to call");
  }

  /// What a service sends meanwhile must come again when there is a bot.
  @Test
  void whileDoctorListensRealRequestsAreSentAway() throws Exception {
    var settings = clinic.settings();
    var server =
        TemporaryServer.start(settings, DoctorKeys.open(settings.keys()), InstantSource.system());

    try (server;
        var client = HttpClient.newHttpClient()) {
      for (var path : List.of("/slack/events", "/api/messages", "/webhooks/cursor/x")) {
        var uri = URI.create("http://127.0.0.1:" + settings.web().port() + path);
        var request = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString("{}")).build();

        assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(503);
      }
    }
  }

  @Test
  void noSecretIsInAReport() throws Exception {
    var environment = clinic.environment("SLACK_BOT_TOKEN", "xoxb-wrong");
    var report = clinic.examined(clinic.settings("SLACK_BOT_TOKEN", "xoxb-wrong"));
    var shown = String.join("\n", new ReportText(false).lines(report)) + ReportJson.of(report);

    assertThat(shown).contains("Slack says invalid_auth");
    for (var name :
        List.of(
            "SLACK_BOT_TOKEN",
            "SLACK_SIGNING_SECRET",
            "TEAMS_APP_PASSWORD",
            "CURSOR_API_KEY",
            "TILLER_SECRET_KEY")) {
      assertThat(shown).doesNotContain(environment.get(name));
    }
  }

  @Test
  void theReportLinesUpAndNamesTheMendBelow() {
    var report =
        new Report(
            List.of(
                Finding.of(
                    Check.CURSOR, Symptom.CURSOR_KEY_REFUSED, "Cursor refuses\n\u001b[31mit"),
                Finding.ok(Check.SLACK, "@tiller")));

    assertThat(new ReportText(false).lines(report))
        .containsExactly(
            "Slack app        ok       @tiller",
            "Cursor           wrong    Cursor refuses [31mit",
            "                          → Make a key in Cursor's dashboard, Integrations, and set"
                + " CURSOR_API_KEY.",
            "",
            "1 thing to mend.");
    assertThat(new ReportText(true).lines(report).getFirst()).contains("\u001b[32mok");
  }

  @Test
  void jsonHasWhatThePersonSees() {
    var finding = Finding.of(Check.DATABASE, Symptom.POSTGRESQL_OLD, "this is PostgreSQL 15");

    assertThat(ReportJson.of(new Report(List.of(finding))))
        .isEqualTo(
            "{\"healthy\":true,\"findings\":[{\"check\":\"database\",\"status\":\"note\","
                + "\"said\":\"this is PostgreSQL 15\",\"symptom\":\"postgresql-old\","
                + "\"mend\":\"Upgrade it to 16 or newer.\"}]}");
  }
}
