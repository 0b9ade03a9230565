package dev.tiller.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestCommandTest {

  private static final String ID = "6f9619ff-8b86-4011-b42d-00c04fc964ff";
  private static final String ORGANIZATION =
      "--organization Acme --organization-url https://acme.example/";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Map<String, String> environment = new HashMap<>();

  @TempDir Path folder;

  @Test
  void forSocketModeNothingNeedBeKnown() throws IOException {
    assertThat(run("slack --socket")).as(err.toString()).isZero();

    var manifest = yaml();
    assertThat(manifest.at("/settings/socket_mode_enabled").asBoolean()).isTrue();
    assertThat(manifest.at("/display_information/name").asText()).isEqualTo("Tiller");
    assertThat(out.toString())
        .contains(
            "Wrote " + file(), "Socket Mode", "https://api.slack.com/apps", "connections:write")
        .contains("SLACK_APP_TOKEN", "SLACK_BOT_TOKEN", "/invite @tiller")
        .doesNotContain("SLACK_SIGNING_SECRET");
  }

  @Test
  void overHttpSlackGetsTheServersAddress() throws IOException {
    assertThat(run("slack --url https://bots.example.com/tiller/")).as(err.toString()).isZero();

    var url = yaml().at("/settings/event_subscriptions/request_url").asText();
    assertThat(url).isEqualTo("https://bots.example.com/tiller/slack/events");
    assertThat(out.toString()).contains("SLACK_SIGNING_SECRET").doesNotContain("SLACK_APP_TOKEN");
  }

  @Test
  void theSettingsSayWhatTheCommandLineDoesNot() throws IOException {
    environment.put("TILLER_PUBLIC_URL", "https://bots.example.com");
    environment.put("TEAMS_APP_ID", ID);

    run("slack");
    assertThat(yaml().toString()).contains("https://bots.example.com/slack/events");

    run("teams --force " + ORGANIZATION);
    assertThat(zipped("manifest.json")).contains(ID);
    assertThat(out.toString()).contains("https://bots.example.com/api/messages");
  }

  @Test
  void whereAnAppTokenIsSetTheSlackAppIsForSocketMode() throws IOException {
    environment.put("SLACK_APP_TOKEN", "xapp-1");
    environment.put("TILLER_PUBLIC_URL", "https://bots.example.com");

    run("slack");

    assertThat(yaml().at("/settings/socket_mode_enabled").asBoolean()).isTrue();
  }

  @Test
  void theAppHasTheNameThatItIsGiven() throws IOException {
    run("slack --socket --name", "Ops Bot");

    var manifest = yaml();
    assertThat(manifest.at("/display_information/name").asText()).isEqualTo("Ops Bot");
    assertThat(manifest.at("/features/bot_user/display_name").asText()).isEqualTo("ops-bot");
    assertThat(manifest.at("/features/shortcuts/0/name").asText()).isEqualTo("Send to Ops Bot");
    assertThat(manifest.at("/features/shortcuts/0/callback_id").asText())
        .isEqualTo("send_to_tiller");
    assertThat(out.toString()).contains("/invite @ops-bot");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "true", "1.5", "No", "0x1F", "Über-Bot 3.0", "null"})
  void aNameStaysTextInYaml(String name) throws IOException {
    assertThat(run("slack --socket --name", name)).isZero();

    assertThat(yaml().at("/display_information/name").isTextual()).isTrue();
    assertThat(yaml().at("/display_information/name").asText()).isEqualTo(name);
    assertThat(yaml().at("/features/bot_user/display_name").asText()).matches("[a-z0-9._-]+");
    assertThat(yaml().at("/features/shortcuts/0/name").asText()).hasSizeBetween(1, 24);
  }

  @Test
  void theSameCanBeWrittenAsJson() throws IOException {
    run("slack --socket");
    var yaml = yaml();

    run("slack --socket --json --force");

    assertThat(new ObjectMapper().readTree(file().toFile())).isEqualTo(yaml);
  }

  @Test
  void theTeamsPackageHoldsTheManifestAndBothIcons() throws IOException {
    assertThat(run("teams --app-id " + ID + " --package-version 1.2.0 " + ORGANIZATION))
        .as(err.toString())
        .isZero();

    var manifest = new ObjectMapper().readTree(zipped("manifest.json"));
    assertThat(manifest.at("/bots/0/botId").asText()).isEqualTo(ID);
    assertThat(manifest.at("/developer/name").asText()).isEqualTo("Acme");
    assertThat(manifest.at("/developer/websiteUrl").asText()).isEqualTo("https://acme.example");
    assertThat(manifest.path("version").asText()).isEqualTo("1.2.0");
    assertThat(manifest.toString()).doesNotContain("{{");
    try (var zip = new ZipFile(file().toFile())) {
      assertThat(zip.stream().map(Object::toString))
          .containsExactly("manifest.json", "color.png", "outline.png");
    }
    assertThat(out.toString()).contains("Upload an app", "/api/messages", "@Tiller help");
  }

  @Test
  void anOrganizationsNameIsDataInTheTeamsManifest() throws IOException {
    run(
        "teams --app-id " + ID + " --organization-url https://a.example --organization",
        "A\"},{{\\");

    var manifest = new ObjectMapper().readTree(zipped("manifest.json"));
    assertThat(manifest.at("/developer/name").asText()).isEqualTo("A\"},{{\\");
  }

  @Test
  void theSamePackageIsTheSameBytes() throws IOException {
    run("teams --app-id " + ID + " " + ORGANIZATION);
    var first = Files.readAllBytes(file());

    run("teams --force --app-id " + ID + " " + ORGANIZATION);

    assertThat(Files.readAllBytes(file())).isEqualTo(first);
  }

  @Test
  void aFileThatIsThereIsKeptUnlessItMayBeReplaced() throws IOException {
    Files.writeString(file(), "mine");

    assertThat(run("slack --socket")).isEqualTo(1);
    assertThat(err.toString()).contains("is there already: add --force");
    assertThat(file()).hasContent("mine");

    assertThat(run("slack --socket --force")).isZero();
    assertThat(Files.readString(file())).contains("socket_mode_enabled");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          slack                                                | --socket (nothing to open), or --url
          slack --url http://bots.example.com                  | the public URL must be an https:// address
          slack --url https://u:p@bots.example.com             | the public URL must be an https:// address
          slack --socket --url https://bots.example.com        | choose one: --socket
          slack --socket --name <bot>                          | the name must have 1 to 30
          slack --socket --name aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | the name must have 1 to 30
          teams --organization A --organization-url https://a  | --app-id
          teams --app-id 1 --organization A --organization-url https://a | the app id must be
          teams --app-id 1-1-1-1-1 --organization A --organization-url https://a | the app id must be
          teams --organization A                               | --organization-url
          slack --sockt                                        | Did you mean --socket?
          """)
  void whatDoesNotFitIsSaidAndNothingWritten(String arguments, String said) {
    assertThat(run(arguments)).isEqualTo(2);

    assertThat(err.toString()).contains(said).doesNotContain("Exception");
    assertThat(file()).doesNotExist();
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThat(cli("manifest", "slack", "--socket", "--output", folder + "/none/a.yaml"))
        .isEqualTo(1);

    assertThat(err.toString()).contains("its folder is not there");
  }

  private Path file() {
    return folder.resolve("out");
  }

  private JsonNode yaml() throws IOException {
    return YAMLMapper.builder().build().readTree(file().toFile());
  }

  private String zipped(String name) throws IOException {
    try (var zip = new ZipFile(file().toFile())) {
      return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
    }
  }

  /// @param arguments separated by spaces
  /// @param last one that may have spaces
  private int run(String arguments, String... last) {
    var words =
        Stream.of(
                Stream.of("manifest"),
                Arrays.stream(arguments.strip().split(" ", -1)),
                Arrays.stream(last),
                Stream.of("--output", file().toString()))
            .flatMap(it -> it);
    return cli(words.toArray(String[]::new));
  }

  private int cli(String... arguments) {
    var programs = new Programs(_ -> () -> {}, _ -> () -> {});
    return new Cli(
            programs, environment, _ -> {}, new PrintWriter(out, true), new PrintWriter(err, true))
        .run(arguments);
  }
}
