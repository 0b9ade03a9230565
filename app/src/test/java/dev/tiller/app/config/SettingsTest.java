package dev.tiller.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.config.Settings.LogFormat;
import dev.tiller.app.config.Settings.LogLevel;
import dev.tiller.app.config.Settings.Steering;
import dev.tiller.core.agents.Repository;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final Map<String, String> SLACK =
      Map.of(
          "SLACK_BOT_TOKEN", "xoxb-1",
          "SLACK_SIGNING_SECRET", "signing-secret",
          "CURSOR_API_KEY", "cursor-key");
  private static final Map<String, String> TEAMS =
      Map.of(
          "TEAMS_APP_ID", "app-id",
          "TEAMS_APP_PASSWORD", "app-password",
          "TEAMS_TENANT_ID", "tenant-id",
          "CURSOR_API_KEY", "cursor-key");

  @Test
  void twoSigningSecretsOfSlackAreTheNewestAndAFormerOne() throws Exception {
    var slack = load(SLACK, Map.of("SLACK_SIGNING_SECRET", "new, old")).slack().orElseThrow();

    assertThat(slack.signingSecret().map(Secret::reveal)).contains("new");
    assertThat(slack.formerSecrets()).extracting(Secret::reveal).containsExactly("old");
  }

  @ParameterizedTest
  @CsvSource({"text, TEXT", "JSON, JSON"})
  void theLogHasTwoFormats(String written, LogFormat format) throws Exception {
    assertThat(load(SLACK, Map.of("TILLER_LOG_FORMAT", written)).logFormat()).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({"90s, PT90S", "20m, PT20M", "2H, PT2H"})
  void patienceWithSilentAgentsIsATime(String written, Duration patience) throws Exception {
    assertThat(load(SLACK, Map.of("TILLER_QUIET_AFTER", written)).quietAfter()).contains(patience);
  }

  @Test
  void patienceWithSilentAgentsCanBeEndless() throws Exception {
    assertThat(load(SLACK, Map.of("TILLER_QUIET_AFTER", "off")).quietAfter()).isEmpty();
  }

  @Test
  void howFollowUpsWaitCanBeSet() throws Exception {
    var set = Map.of("TILLER_QUEUE_LIMIT", "12", "TILLER_BURST", "off");

    assertThat(load(SLACK, set).queueing()).isEqualTo(new Settings.Queueing(12, Optional.empty()));
    assertThat(load(SLACK).queueing())
        .isEqualTo(new Settings.Queueing(5, Optional.of(Duration.ofSeconds(10))));
  }

  @Test
  void slackAloneIsEnoughAndTheRestHasDefaults() throws Exception {
    var settings = load(SLACK);

    assertThat(settings.teams()).isEmpty();
    assertThat(settings.slack())
        .contains(
            new Settings.Slack(
                new Secret("xoxb-1"),
                Optional.of(new Secret("signing-secret")),
                List.of(),
                Optional.empty(),
                URI.create("https://slack.com/api/"),
                Settings.AgentStatus.AUTO));
    assertThat(settings.cursor())
        .isEqualTo(
            new Settings.Cursor(
                new Secret("cursor-key"), URI.create("https://api.cursor.com"), CursorApi.V1));
    assertThat(settings.web()).isEqualTo(new Settings.Web("127.0.0.1", 8080, Optional.empty()));
    assertThat(settings.database().url()).isEqualTo("jdbc:h2:async:./data/tiller");
    assertThat(settings.keys()).isEqualTo(new Keys.Beside(Path.of("./data/tiller.key")));
    assertThat(settings.steering()).isEqualTo(Steering.OWNER);
    assertThat(settings.logLevel()).isEqualTo(LogLevel.INFO);
    assertThat(settings.notices()).isEmpty();
  }

  @Test
  void teamsAloneIsEnough() throws Exception {
    var teams = load(TEAMS).teams().orElseThrow();

    assertThat(teams.serviceHosts()).contains("smba.trafficmanager.net");
    assertThat(teams.loginUrl()).isEqualTo(URI.create("https://login.microsoftonline.com"));
  }

  @Test
  void whatIsGivenReplacesTheDefaults() throws Exception {
    var settings =
        load(
            SLACK,
            Map.of(
                "CURSOR_API", "v0",
                "TILLER_PUBLIC_URL", "https://tiller.example.com/base/",
                "TILLER_PORT", "0",
                "TILLER_DEFAULT_REPO", "acme/web",
                "TILLER_STEERING", "team",
                "TEAMS_APP_ID", "app-id",
                "TEAMS_APP_PASSWORD", "app-password",
                "TEAMS_TENANT_ID", "tenant-id",
                "TEAMS_SERVICE_HOSTS", "127.0.0.1:9, other.example"));

    assertThat(settings.cursor().api()).isEqualTo(CursorApi.V0);
    assertThat(settings.web().publicUrl()).contains(URI.create("https://tiller.example.com/base"));
    assertThat(settings.web().port()).isZero();
    assertThat(settings.defaultRepository()).isEqualTo(Repository.parse("acme/web"));
    assertThat(settings.steering()).isEqualTo(Steering.TEAM);
    assertThat(settings.teams().orElseThrow().serviceHosts())
        .containsExactly("127.0.0.1:9", "other.example");
  }

  @Test
  void allProblemsAreReportedTogether() {
    var problems =
        problems(
            Map.of(
                "SLACK_BOT_TOKEN", "xapp-1",
                "TEAMS_APP_ID", "app-id",
                "TILLER_PORT", "eighty",
                "CURSOR_API", "v2"));

    assertThat(problems)
        .extracting(Problem::setting)
        .containsExactlyInAnyOrder(
            "SLACK_BOT_TOKEN",
            "SLACK_SIGNING_SECRET",
            "TEAMS_APP_PASSWORD",
            "TEAMS_TENANT_ID",
            "CURSOR_API_KEY",
            "CURSOR_API",
            "TILLER_PORT");
  }

  @Test
  void withoutAnyPlatformBothAreNamed() {
    assertThat(problems(Map.of("CURSOR_API_KEY", "cursor-key")))
        .singleElement()
        .asString()
        .contains("SLACK_BOT_TOKEN", "TEAMS_APP_ID");
  }

  @Test
  void anAppTokenStandsInForTheSigningSecret() throws Exception {
    var slack =
        load(Map.of(
                "SLACK_BOT_TOKEN", "xoxb-1",
                "SLACK_APP_TOKEN", "xapp-1",
                "CURSOR_API_KEY", "cursor-key"))
            .slack()
            .orElseThrow();

    assertThat(slack.appToken()).contains(new Secret("xapp-1"));
    assertThat(slack.signingSecret()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", " , ,"})
  void aListOfNoSigningSecretsIsAProblem(String written) {
    assertThat(problems(SLACK, Map.of("SLACK_SIGNING_SECRET", written)))
        .singleElement()
        .asString()
        .contains("SLACK_SIGNING_SECRET", "holds no secret");
  }

  @Test
  void withoutSigningSecretAndAppTokenBothWaysInAreNamed() {
    assertThat(problems(Map.of("SLACK_BOT_TOKEN", "xoxb-1", "CURSOR_API_KEY", "cursor-key")))
        .singleElement()
        .asString()
        .contains("SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN", "Socket Mode");
  }

  @Test
  void aBotTokenIsNoAppToken() {
    assertThat(
            problems(
                Map.of(
                    "SLACK_BOT_TOKEN", "xoxb-1",
                    "SLACK_APP_TOKEN", "xoxb-1",
                    "CURSOR_API_KEY", "cursor-key")))
        .singleElement()
        .asString()
        .contains("SLACK_APP_TOKEN", "connections:write");
  }

  @ParameterizedTest
  @CsvSource({
    "TILLER_PUBLIC_URL, http://tiller.example.com",
    "TILLER_PUBLIC_URL, tiller.example.com",
    "TILLER_PUBLIC_URL, https://user:pass@tiller.example.com",
    "TILLER_PUBLIC_URL, https://tiller.example.com?a=b",
    "CURSOR_API_URL, http://api.example.com",
    "CURSOR_API_URL, http://127.0.0.1.example.com",
    "SLACK_API_URL, ftp://slack.com",
    "SLACK_AGENT_STATUS, maybe",
    "TILLER_PORT, 65536",
    "TILLER_PORT, -1",
    "TILLER_STEERING, everyone",
    "TILLER_QUIET_AFTER, 20 minutes",
    "TILLER_QUEUE_LIMIT, 0",
    "TILLER_QUEUE_LIMIT, 51",
    "TILLER_BURST, soon",
    "TILLER_LOG_LEVEL, loud",
    "TILLER_DEFAULT_REPO, web",
    "TILLER_DATABASE_URL, jdbc:mysql://localhost/tiller",
    "TILLER_DATABASE_URL, jdbc:postgresql://localhost/tiller?user=a&password=b",
    "TILLER_SECRET_KEY, short",
    "SLACK_BOT_TOKEN, xoxb-with space",
  })
  void aBadValueIsReportedUnderItsName(String name, String value) {
    assertThat(problems(SLACK, Map.of(name, value))).extracting(Problem::setting).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"contoso.onmicrosoft.com", "common"})
  void aTenantThatIsNoIdIsRefused(String tenant) {
    assertThat(problems(TEAMS, Map.of("TEAMS_TENANT_ID", tenant)))
        .extracting(Problem::setting)
        .containsExactly("TEAMS_TENANT_ID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:3000", "http://127.0.0.1:3000/x", "http://[::1]:3000"})
  void plainHttpIsTakenOnThisMachine(String url) throws Exception {
    assertThat(load(SLACK, Map.of("CURSOR_API_URL", url)).cursor().apiUrl())
        .isEqualTo(URI.create(url));
  }

  @Test
  void v0WithoutAPublicUrlIsOnlyNoticed() throws Exception {
    assertThat(load(SLACK, Map.of("CURSOR_API", "v0")).notices())
        .singleElement()
        .asString()
        .contains("TILLER_PUBLIC_URL", "polling");
  }

  @Test
  void postgresqlNeedsAKey() throws Exception {
    var url = Map.of("TILLER_DATABASE_URL", "jdbc:postgresql://db/tiller");
    var key = "k".repeat(32);

    assertThat(problems(SLACK, url))
        .extracting(Problem::setting)
        .containsExactly("TILLER_SECRET_KEY");
    assertThat(load(SLACK, url, Map.of("TILLER_SECRET_KEY", key + ", " + "l".repeat(32))).keys())
        .isEqualTo(new Keys.Given(List.of(new Secret(key), new Secret("l".repeat(32)))));
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:h2:./other/db, ./other/db.key",
    "jdbc:h2:file:/var/lib/tiller/db;WRITE_DELAY=0, /var/lib/tiller/db.key",
    "jdbc:h2:async:./data/tiller;MODE=PostgreSQL, ./data/tiller.key",
  })
  void theKeyOfAnH2FileIsKeptBesideIt(String url, String file) throws Exception {
    assertThat(load(SLACK, Map.of("TILLER_DATABASE_URL", url)).keys())
        .isEqualTo(new Keys.Beside(Path.of(file)));
  }

  @Test
  void printingTheSettingsShowsNoSecret() throws Exception {
    var settings =
        load(
            SLACK,
            TEAMS,
            Map.of(
                "TILLER_SECRET_KEY", "secret-key-secret-key-secret-key-",
                "TILLER_DATABASE_PASSWORD", "database-password"));

    assertThat(settings.toString())
        .contains("tenant-id")
        .doesNotContain("xoxb", "signing-secret", "app-password", "cursor-key")
        .doesNotContain("secret-key", "database-password");
  }

  @Test
  void problemsNeverHoldTheSecret() {
    assertThat(
            problems(
                SLACK, Map.of("SLACK_BOT_TOKEN", "xapp-hush hush", "TILLER_SECRET_KEY", "hush")))
        .hasSize(3)
        .noneMatch(it -> it.toString().contains("hush"));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the maps are only read
  private static Settings load(Map<String, String>... parts) throws BadSettings {
    var environment = new HashMap<String, String>();
    List.of(parts).forEach(environment::putAll);
    return Settings.load(environment, Optional.empty());
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the maps are only read
  private static List<Problem> problems(Map<String, String>... parts) {
    return catchThrowableOfType(BadSettings.class, () -> load(parts)).problems();
  }
}
